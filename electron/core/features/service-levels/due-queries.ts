import { runningStatuses } from '../../../shared/conversation-words.ts';
import type { ConversationStatus } from '../../../shared/conversations.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { DueClock } from '../../../shared/service-levels.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

/** By which promises and calendar `dues` was worked out; null: never yet. */
export const readBasis = (store: ClientStore): string | null =>
  store.first(store.sql.selectFrom('dues_basis').select('basis'))?.basis ?? null;

export function writeBasis(store: ClientStore, basis: string): void {
  store.run(
    store.sql
      .insertInto('dues_basis')
      .values({ one: 1, basis })
      .onConflict((conflict) => conflict.column('one').doUpdateSet({ basis })),
  );
}

/** Nothing is promised: nothing falls due, and nothing is to be worked out. */
export function forgetDues(store: ClientStore): void {
  store.run(store.sql.deleteFrom('dues'));
  store.run(store.sql.deleteFrom('stale_dues'));
}

/** Whether there are more than so many conversations that have not ended. */
export function isMuchAtWork(store: ClientStore, most: number): boolean {
  const row = store
    .prepare(
      `SELECT count(*) AS count FROM (SELECT 1 FROM conversations INDEXED BY conversations_by_status
         WHERE status IN (${listed(runningStatuses)}) LIMIT ?)`,
    )
    .get(most + 1) as { count: number };
  return row.count > most;
}

const listed = (statuses: readonly string[]): string => statuses.map((status) => `'${status}'`).join(', ');

/** What stands in this status is to be worked out anew; until then it falls due when it did. */
export const markStale = (store: ClientStore, status: ConversationStatus): void =>
  void store
    .prepare(
      'INSERT OR IGNORE INTO stale_dues (conversation_id) SELECT id FROM conversations WHERE status = ?',
    )
    .run(status);

/** Takes so many off the list of those that are to be worked out. */
export function takeStale(store: ClientStore, limit: number): ConversationId[] {
  const ids = store
    .all(store.sql.selectFrom('stale_dues').select('conversation_id').limit(limit))
    .map((row) => row.conversation_id);
  store
    .prepare('DELETE FROM stale_dues WHERE conversation_id IN (SELECT value FROM json_each(?))')
    .run(JSON.stringify(ids));
  return ids;
}

export const isAnyStale = (store: ClientStore): boolean =>
  store.first(store.sql.selectFrom('stale_dues').select('conversation_id').limit(1)) !== undefined;

/** What falls due of these from now on; the others of them owe nothing (any more). */
export function replaceDues(
  store: ClientStore,
  { ids, clocks }: { ids: readonly ConversationId[]; clocks: ReadonlyMap<ConversationId, DueClock> },
): void {
  const put = store.prepare(
    'INSERT OR REPLACE INTO dues (conversation_id, kind, due_at, warn_at) VALUES (?, ?, ?, ?)',
  );
  const remove = store.prepare('DELETE FROM dues WHERE conversation_id = ?');
  for (const id of ids) {
    const clock = clocks.get(id);
    if (clock) put.run(id, clock.kind, Date.parse(clock.dueAt), Date.parse(clock.warnAt));
    else remove.run(id);
  }
}
