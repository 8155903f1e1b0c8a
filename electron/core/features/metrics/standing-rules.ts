import type { ConversationStatus, StatusName } from '../../../shared/conversations.ts';
import { beforeAll, step, type HistoryItem, type HistoryState } from '../conversations/history-rules.ts';
import type { SegmentEvent } from './segment.ts';

/** How a conversation stands from a moment on. */
export interface Standing {
  readonly at: number;
  readonly status: ConversationStatus;
  /** What the client called it within its category when it was set; null: the plain status. */
  readonly named: StatusName | null;
}

/** How a segment stood from its opening on: words of people, and what mail did in between. */
export function standingsOf(events: readonly SegmentEvent[]): Standing[] {
  const standings: Standing[] = [];
  let state: HistoryState = beforeAll;
  let named: StatusName | null = null;
  for (const event of events) {
    const next = after(state, event);
    if (next === null) continue;
    if (event.body.type === 'status-changed') named = event.body.named ?? null;
    if (next.statusId === null) named = null;
    if (state.segment < 0 || next.status !== state.status || next.statusId !== state.statusId)
      standings.push({ at: event.at, status: next.status, named });
    state = next;
  }
  return standings;
}

/** Null for what does nothing to it, and for what came before it was opened. */
function after(state: HistoryState, { at, body }: SegmentEvent): HistoryState | null {
  if (body.type === 'opened') return opened(body);
  const item = state.segment < 0 ? null : itemOf({ at, body });
  // What had ended before begins a segment of its own.
  return item && { ...step(state, item).state, segment: state.segment };
}

type Opened = Extract<SegmentEvent['body'], { type: 'opened' }>;

function opened({ initiator, reopened }: Opened): HistoryState {
  const status = reopened ? 'open' : initiator === 'customer' ? 'new' : 'waiting';
  return { ...beforeAll, segment: 0, status };
}

function itemOf({ at, body }: SegmentEvent): HistoryItem | null {
  switch (body.type) {
    case 'message-received':
      return { kind: 'received', at, automatic: body.automatic };
    case 'message-sent':
      return { kind: 'sent', at, automatic: body.automatic };
    case 'status-changed':
      return { kind: 'status', at, to: body.to, ...(body.named ? { statusId: body.named.id } : {}) };
    default:
      return null;
  }
}

/** How it stood just before a moment; null before it was opened. */
export const standingBefore = (standings: readonly Standing[], moment: number): Standing | null =>
  standings.findLast(({ at }) => at < moment) ?? null;

/** As what it was resolved at a moment: what the client has called that since counts, until it was open again. */
export function standingResolved(standings: readonly Standing[], moment: number): Standing | null {
  const first = standings.findIndex(({ at, status }) => at >= moment && status === 'resolved');
  if (first < 0) return null;
  const next = standings.findIndex(({ status }, index) => index > first && status !== 'resolved');
  return standings[(next < 0 ? standings.length : next) - 1] ?? null;
}
