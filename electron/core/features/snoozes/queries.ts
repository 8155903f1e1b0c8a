import type { ConversationId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

/** @param until epoch milliseconds; null: until the customer writes */
export function putSnooze(store: ClientStore, snooze: { id: ConversationId; until: number | null }): void {
  const { id, until } = snooze;
  store.run(
    store.sql
      .insertInto('snoozes')
      .values({ conversation_id: id, until })
      .onConflict((clash) => clash.column('conversation_id').doUpdateSet({ until })),
  );
}

export function removeSnooze(store: ClientStore, id: ConversationId): void {
  store.run(store.sql.deleteFrom('snoozes').where('conversation_id', '=', id));
}

/** Whose time has come, and whether they still sleep: mail or a person may have woken them before. */
export const dueSnoozes = (store: ClientStore, now: number): { id: ConversationId; asleep: boolean }[] =>
  store
    .all(
      store.sql
        .selectFrom('snoozes')
        .innerJoin('conversations', 'conversations.id', 'snoozes.conversation_id')
        .select(['conversations.id', 'conversations.status'])
        .where('snoozes.until', '<=', now)
        .orderBy('snoozes.until'),
    )
    .map(({ id, status }) => ({ id, asleep: status === 'snoozed' }));

export const isAsleep = (store: ClientStore, id: ConversationId): boolean =>
  store.first(store.sql.selectFrom('conversations').select('status').where('id', '=', id))?.status ===
  'snoozed';
