import type { ConversationStatus } from '../../../shared/conversations.ts';
import type { Span } from '../../../shared/time.ts';
import type { SegmentEvent } from './segment.ts';

/**
 * The stretches in which the customer waited: new, open or on hold (Zendesk, requester wait time). Mail moves a
 * conversation without a word of its own in the history: a customer's message opens it, our reply leaves it waiting.
 */
export function waitsUntil(
  events: readonly SegmentEvent[],
  bounds: {
    readonly openedAt: number;
    readonly initiator: 'customer' | 'operator';
    readonly until: number;
  },
): Span[] {
  const spans: Span[] = [];
  let status: ConversationStatus = bounds.initiator === 'operator' ? 'waiting' : 'new';
  let since = bounds.openedAt;
  for (const event of events) {
    if (event.at > bounds.until) break;
    const next = statusAfter(event, status);
    if (isWaited(status) !== isWaited(next)) {
      if (isWaited(status)) spans.push({ from: since, to: event.at });
      since = event.at;
    }
    status = next;
  }
  return spans.filter((span) => span.from < span.to);
}

const isWaited = (status: ConversationStatus): boolean =>
  status === 'new' || status === 'open' || status === 'on-hold';

function statusAfter({ body }: SegmentEvent, status: ConversationStatus): ConversationStatus {
  // The customer knows nothing of a snooze, and waits on or not as before.
  if (body.type === 'status-changed') return body.to === 'snoozed' ? status : body.to;
  if (body.type === 'message-received' && !body.automatic) {
    return status === 'waiting' || status === 'on-hold' ? 'open' : status;
  }
  if (body.type === 'message-sent' && !body.automatic) {
    return status === 'new' || status === 'open' ? 'waiting' : status;
  }
  return status;
}
