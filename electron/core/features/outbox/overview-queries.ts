import type { ClientStore } from '../../store/client/client-store.ts';
import { columns, type OutboxRow } from './queries.ts';
import { listTakenBack } from './taken-back-queries.ts';

export type OverviewRow = OutboxRow & { readonly sent_at: number | null };

/** A person looks for what they sent today, not for history: that stands in the conversations. */
const recentlySent = 30;

/**
 * Everything that has not left; the newest of what has, since a time in epoch milliseconds; and what was taken back and
 * waits for its draft, so that nobody's words are lost to the eye.
 */
export function listOverview(store: ClientStore, since: number): OverviewRow[] {
  const rows = store.sql
    .selectFrom('outbox as o')
    .select(columns.map((column) => `o.${column}` as const))
    .select(({ selectFrom }) =>
      selectFrom('messages as m')
        .select(({ fn }) => fn.max('m.sent_at').as('at'))
        .whereRef('m.internet_message_id', '=', 'o.internet_message_id')
        .where('m.kind', '=', 'outbound')
        .as('sent_at'),
    );
  const open = rows.where('o.state', 'in', ['queued', 'held', 'sending', 'failed', 'unknown']);
  const sent = rows
    .where('o.state', '=', 'sent')
    .where('o.created_at', '>=', since)
    .orderBy('o.seq', 'desc')
    .limit(recentlySent);
  const waiting = listTakenBack(store, null).map((row) => ({ ...row, sent_at: null }));
  return [...store.all(open.orderBy('o.seq')), ...store.all(sent), ...waiting];
}
