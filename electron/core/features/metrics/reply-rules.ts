import { hasEnded } from '../../../shared/conversation-words.ts';
import type { Span } from '../../../shared/time.ts';
import type { SegmentEvent } from './segment.ts';

/** A customer's wait for a response that never came. Epoch milliseconds. */
export interface UnansweredWait {
  readonly kind: 'first' | 'next';
  readonly from: number;
  readonly to: number | null;
}

interface Replies {
  readonly firstResponse: Span | null;
  readonly nextResponses: readonly Span[];
  /** Waits that no reply ended: `to` is when the segment ended over them, null while they run. */
  readonly unanswered: readonly UnansweredWait[];
}

/**
 * First response: from the opening to the first public reply that a person wrote; where an operator opened the thread,
 * to the second (Zendesk 4408821871642). Next responses: from the oldest unanswered customer message to the reply. Notes,
 * automatic messages and an end without a reply stop neither. In a reopened segment every wait is a next response.
 */
export function repliesOf(
  events: readonly SegmentEvent[],
  opening: {
    readonly openedAt: number;
    readonly initiator: 'customer' | 'operator';
    readonly reopened: boolean;
  },
): Replies {
  const repliesToFirst = opening.initiator === 'operator' ? 2 : 1;
  const nextResponses: Span[] = [];
  const unanswered: UnansweredWait[] = [];
  const waitSince = (since: number, to: number | null): UnansweredWait =>
    !opening.reopened && opening.initiator === 'customer' && replies === 0
      ? { kind: 'first', from: opening.openedAt, to }
      : { kind: 'next', from: since, to };
  let firstResponse: Span | null = null;
  let replies = 0;
  let unansweredSince: number | null = null;
  for (const { at, body } of events) {
    if (body.type === 'message-received' && !body.automatic) unansweredSince ??= at;
    if (body.type === 'status-changed' && hasEnded(body.to)) {
      if (unansweredSince !== null) unanswered.push(waitSince(unansweredSince, at));
      unansweredSince = null;
    }
    if (body.type !== 'message-sent' || body.automatic) continue;
    replies += 1;
    if (!opening.reopened && replies === repliesToFirst) firstResponse = { from: opening.openedAt, to: at };
    else if (unansweredSince !== null) nextResponses.push({ from: unansweredSince, to: at });
    unansweredSince = null;
  }
  if (unansweredSince !== null) unanswered.push(waitSince(unansweredSince, null));
  return { firstResponse, nextResponses, unanswered };
}
