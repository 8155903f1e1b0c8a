import { sql, type RawBuilder } from 'kysely';
import type { ConversationId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { columns, type OutboxRow } from './queries.ts';

/** Which messages a forward hands on, and what somebody has made of them. */
const handedOn = (manner: RawBuilder<unknown>) =>
  sql<string>`json_extract(${manner}, '$.forwarded', '$.original')`;

/** Taken back while its draft had no room for it, and not said again since: its words stand nowhere else. */
const takenBack = (store: ClientStore) =>
  store.sql
    .selectFrom('outbox as o')
    .where('o.state', '=', sql.lit('cancelled'))
    .where('o.restored', '=', sql.lit(0))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as next')
            .select('next.seq')
            .whereRef('next.conversation_id', '=', 'o.conversation_id')
            .whereRef('next.seq', '>', 'o.seq')
            .whereRef('next.text', '=', 'o.text')
            .where(handedOn(sql.ref('next.manner')), '=', handedOn(sql.ref('o.manner'))),
        ),
      ),
    );

/** Of one conversation, or of the whole client; oldest first. */
export function listTakenBack(store: ClientStore, conversationId: ConversationId | null): OutboxRow[] {
  const rows = takenBack(store).select(columns.map((column) => `o.${column}` as const));
  const wanted = conversationId === null ? rows : rows.where('o.conversation_id', '=', conversationId);
  return store.all(wanted.orderBy('o.seq'));
}

export function countTakenBack(store: ClientStore): number {
  const row = store.first(takenBack(store).select(({ fn }) => fn.countAll<number>().as('count')));
  return row?.count ?? 0;
}

/** Whether the words of this one stand nowhere else. */
export const isTakenBack = (store: ClientStore, { id, state }: Pick<OutboxRow, 'id' | 'state'>): boolean =>
  state === 'cancelled' && store.first(takenBack(store).select('o.id').where('o.id', '=', id)) !== undefined;

/** What came back to its draft, and is saved over there by somebody who has not seen it, waits again. */
export function waitAgain(
  store: ClientStore,
  { conversation_id: conversationId, text, manner }: Pick<OutboxRow, 'conversation_id' | 'text' | 'manner'>,
): void {
  store.run(
    store.sql
      .updateTable('outbox')
      .set({ restored: 0 })
      .where('conversation_id', '=', conversationId)
      .where('state', '=', 'cancelled')
      .where('restored', '=', 1)
      .where('text', '=', text)
      .where(handedOn(sql.ref('manner')), '=', handedOn(sql.val(manner))),
  );
}
