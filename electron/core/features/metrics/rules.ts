import type { ChannelId, ConversationId, SegmentId } from '../../../shared/ids.ts';
import type { Span } from '../../../shared/time.ts';
import { cyclesOf, type Cycle } from './cycle-rules.ts';
import { repliesOf, type UnansweredWait } from './reply-rules.ts';
import type { Segment, SegmentEvent } from './segment.ts';
import { standingsOf, type Standing } from './standing-rules.ts';
import { waitsUntil } from './wait-rules.ts';

/** Which rules a figure was made with; a change of any of them is a new version. */
export const definitionsVersion = 1;

/** Moments of messages; `automatic` ones are counted but start and stop nothing. */
export interface Moments {
  readonly human: readonly number[];
  readonly automatic: readonly number[];
}

/** What happened in a segment, as spans: how long each took is asked of a calendar afterwards. */
export interface SegmentFacts {
  readonly id: SegmentId;
  readonly conversationId: ConversationId;
  readonly channelId: ChannelId;
  readonly openedAt: number;
  readonly initiator: 'customer' | 'operator';
  /** A customer came back after an end; its waits are next responses and never a first one. */
  readonly reopened: boolean;
  readonly state: 'open' | 'resolved' | 'spam';
  readonly cycles: readonly Cycle[];
  readonly standings: readonly Standing[];
  readonly firstResponse: Span | null;
  readonly nextResponses: readonly Span[];
  /** Customers' waits that no reply ended. */
  readonly unanswered: readonly UnansweredWait[];
  readonly firstResolution: Span | null;
  readonly fullResolution: Span | null;
  /** New, open or on hold, until the last resolution; null while there is none. */
  readonly requesterWait: readonly Span[] | null;
  /** Focused work; null where none was recorded, which is not 0. */
  readonly handling: readonly Span[] | null;
  readonly received: Moments;
  readonly sent: Moments;
}

/**
 * The facts of one segment, from its events alone (DEFINITIONS 2; Zendesk 4408821871642, 4408834848154).
 * Null where the segment was never opened.
 */
export function factsOf(segment: Segment): SegmentFacts | null {
  const { events } = segment;
  const opened = events.find(isOpened);
  if (!opened) return null;
  const openedAt = opened.at;
  const { initiator, reopened } = opened.body;
  const cycles = cyclesOf(events, { openedAt, reopened });
  const resolved = cycles
    .filter((cycle) => cycle.end === 'resolved' && !cycle.thanks)
    .map((cycle) => cycle.to);
  const last = cycles.at(-1);
  const isResolved = last?.end === 'resolved';
  const until = isResolved ? (resolved.at(-1) ?? null) : null;
  return {
    id: segment.id,
    conversationId: segment.conversationId,
    channelId: segment.channelId,
    openedAt,
    initiator,
    reopened,
    state: last?.end ?? 'open',
    cycles,
    standings: standingsOf(events),
    ...repliesOf(events, { openedAt, initiator, reopened }),
    firstResolution: spanTo(openedAt, resolved[0] ?? null),
    fullResolution: spanTo(openedAt, until),
    requesterWait: until === null ? null : waitsUntil(events, { openedAt, initiator, until }),
    handling: handlingOf(events),
    received: momentsOf(events, 'message-received'),
    sent: momentsOf(events, 'message-sent'),
  };
}

type Opened = SegmentEvent & { readonly body: { readonly type: 'opened' } };
const isOpened = (event: SegmentEvent): event is Opened => event.body.type === 'opened';

const spanTo = (from: number, to: number | null): Span | null => (to === null ? null : { from, to });

function momentsOf(events: readonly SegmentEvent[], type: 'message-received' | 'message-sent'): Moments {
  const human: number[] = [];
  const automatic: number[] = [];
  for (const { at, body } of events) {
    if (body.type === type) (body.automatic ? automatic : human).push(at);
  }
  return { human, automatic };
}

/** `handled` is written when a stretch of focus ends. */
function handlingOf(events: readonly SegmentEvent[]): Span[] | null {
  const spans: Span[] = [];
  for (const { at, body } of events) {
    if (body.type === 'handled') spans.push({ from: at - body.milliseconds, to: at });
  }
  return spans.length === 0 ? null : spans;
}
