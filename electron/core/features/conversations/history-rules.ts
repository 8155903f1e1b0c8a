import { hasEnded } from '../../../shared/conversation-words.ts';
import type { ConversationStatus } from '../../../shared/conversations.ts';
import type { StatusId } from '../../../shared/ids.ts';

/** Something that happened in a conversation, in the order it happened. `at` is in epoch milliseconds. */
export type HistoryItem =
  | { readonly kind: 'received' | 'sent'; readonly at: number; readonly automatic: boolean }
  /** A person's word; what mail does to the status follows from the mail and is recorded nowhere else. */
  | {
      readonly kind: 'status';
      readonly at: number;
      readonly to: ConversationStatus;
      /** The client's own name within that category; absent: the plain status. */
      readonly statusId?: StatusId;
      /** Where it says so: the oldest message nobody has answered. */
      readonly unanswered?: number | null;
    }
  /** A message of ours came back. */
  | { readonly kind: 'bounced'; readonly at: number }
  | { readonly kind: 'other'; readonly at: number };

export interface HistoryState {
  /** 0 for the first segment; -1 before anything happened. */
  readonly segment: number;
  readonly status: ConversationStatus;
  /** The client's own name within that category; null: the plain status. */
  readonly statusId: StatusId | null;
  /** The oldest customer message nobody has answered, whether or not somebody still waits for the answer. */
  readonly unanswered: number | null;
}

export interface Opening {
  readonly at: number;
  readonly initiator: 'customer' | 'operator';
  readonly reopened: boolean;
}

export interface Step {
  readonly state: HistoryState;
  /** Set where the item began a segment. */
  readonly opening: Opening | null;
}

export const beforeAll: HistoryState = { segment: -1, status: 'new', statusId: null, unanswered: null };

/** Since when the customer waits for us: nobody waits in a conversation that has ended or stands at the customer. */
export const waitingSinceOf = ({ status, unanswered }: HistoryState): number | null =>
  hasEnded(status) || status === 'waiting' ? null : unanswered;

/** What one item does to a conversation. */
export function step(state: HistoryState, item: HistoryItem): Step {
  if (item.kind === 'other') return { state, opening: null };
  if (item.kind === 'status') return { state: afterWord(state, item), opening: null };
  if (item.kind === 'bounced') return { state: afterBounced(state, item), opening: null };
  return withoutLostName(
    state,
    item.kind === 'received' ? afterReceived(state, item) : afterSent(state, item),
  );
}

/** Mail that leads into another category leaves the name behind that stood for the one before. */
const withoutLostName = (before: HistoryState, next: Step): Step =>
  next.state.status === before.status ? next : { ...next, state: { ...next.state, statusId: null } };

/** What was laid aside and comes back waits for us from then on, even where the customer does not. */
function afterWord(
  state: HistoryState,
  { at, to, statusId, unanswered }: Extract<HistoryItem, { kind: 'status' }>,
): HistoryState {
  const told = { ...state, status: to, statusId: statusId ?? null };
  if (unanswered !== undefined) return { ...told, unanswered };
  const comesBack = state.status === 'snoozed' && to === 'open';
  return { ...told, unanswered: comesBack ? (state.unanswered ?? at) : state.unanswered };
}

/** What came back waits to be sent again, wherever the conversation stands; the status is changed by a word of its own. */
const afterBounced = (state: HistoryState, { at }: { at: number }): HistoryState => ({
  ...state,
  unanswered: state.unanswered ?? at,
});

function afterReceived(state: HistoryState, item: { at: number; automatic: boolean }): Step {
  const unanswered = item.automatic ? null : item.at;
  if (state.segment < 0)
    return opened({ ...state, segment: 0, status: 'new', unanswered }, 'customer', item.at);
  if (item.automatic) return { state, opening: null };
  switch (state.status) {
    case 'spam':
      return { state, opening: null };
    case 'resolved':
      return opened(
        { ...state, segment: state.segment + 1, status: 'open', unanswered },
        'customer',
        item.at,
      );
    case 'waiting':
      return { state: { ...state, status: 'open', unanswered }, opening: null };
    case 'on-hold':
    case 'snoozed':
      return { state: { ...state, status: 'open', unanswered: state.unanswered ?? item.at }, opening: null };
    case 'new':
    case 'open':
      return { state: { ...state, unanswered: state.unanswered ?? item.at }, opening: null };
  }
}

function afterSent(state: HistoryState, item: { at: number; automatic: boolean }): Step {
  if (state.segment < 0)
    return opened({ ...state, segment: 0, status: 'waiting', unanswered: null }, 'operator', item.at);
  if (item.automatic) return { state, opening: null };
  const answered = state.status === 'new' || state.status === 'open' ? 'waiting' : state.status;
  return { state: { ...state, status: answered, unanswered: null }, opening: null };
}

const opened = (state: HistoryState, initiator: Opening['initiator'], at: number): Step => ({
  state,
  opening: { at, initiator, reopened: state.segment > 0 },
});
