import type { StatusName } from '../../../shared/conversations.ts';
import type { EventBody } from '../../../shared/events.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { statusNamed, type StatusChoice } from '../statuses/service.ts';
import type { ConversationRow } from './conversation-rows.ts';

type Standing = Pick<ConversationRow, 'status' | 'status_id'>;
type Word = Extract<EventBody, { readonly type: 'status-changed' }>;

/** What the client calls the status of a conversation by now; null: it is a plain one. */
export const namedOf = (store: ClientStore, row: Pick<Standing, 'status_id'>): StatusName | null =>
  statusNamed(store, row.status_id);

/** What is told of a change of status: categories, and the names within them as they are at this moment. */
export function statusWord(store: ClientStore, from: Standing, { status, statusId }: StatusChoice): Word {
  const [before, after] = [namedOf(store, from), statusNamed(store, statusId ?? null)];
  return {
    type: 'status-changed',
    from: from.status,
    to: status,
    ...(before ? { fromNamed: before } : {}),
    ...(after ? { named: after } : {}),
  };
}
