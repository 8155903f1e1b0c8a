import type { ConversationId } from '../../../shared/ids.ts';
import type { DueClock } from '../../../shared/service-levels.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

/** By which promises and calendar `dues` was worked out; null: never yet. */
export const readBasis = (store: ClientStore): string | null =>
  store.first(store.sql.selectFrom('dues_basis').select('basis'))?.basis ?? null;

/** Throws the cache away: everything that has not ended is to be worked out, where anything is promised at all. */
export function restart(store: ClientStore, { basis, promised }: { basis: string; promised: boolean }): void {
  store.run(store.sql.deleteFrom('dues'));
  store.run(store.sql.deleteFrom('stale_dues'));
  if (promised)
    store
      .prepare(
        `INSERT OR IGNORE INTO stale_dues (conversation_id)
         SELECT id FROM conversations WHERE status IN ('new', 'open', 'waiting', 'on-hold', 'snoozed')`,
      )
      .run();
  store.run(
    store.sql
      .insertInto('dues_basis')
      .values({ one: 1, basis })
      .onConflict((conflict) => conflict.column('one').doUpdateSet({ basis })),
  );
}

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

export const countStale = (store: ClientStore): number =>
  (store.prepare('SELECT count(*) AS count FROM stale_dues').get() as { count: number }).count;

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
