import type { OperatorId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

/** Tags in use that begin so, by name; each found by one step in the index, however often it is used. */
export const tagsBeginning = (
  store: ClientStore,
  { text, limit }: { text: string; limit: number },
): string[] =>
  (
    store
      .prepare(
        `WITH RECURSIVE found (tag) AS (
           SELECT min(tag) FROM conversation_tags WHERE tag >= :text AND tag < :end
           UNION ALL
           SELECT (SELECT min(tag) FROM conversation_tags WHERE tag > found.tag AND tag < :end)
           FROM found WHERE found.tag IS NOT NULL
         ) SELECT tag FROM found WHERE tag IS NOT NULL LIMIT :limit`,
      )
      .all({ text, end: `${text}\u{10ffff}`, limit }) as { tag: string }[]
  ).map((row) => row.tag);

export const channelNames = (store: ClientStore): string[] =>
  store.all(store.sql.selectFrom('channels').select('name').orderBy('name')).map((channel) => channel.name);

export const recentSearches = (
  store: ClientStore,
  { operatorId, limit }: { operatorId: OperatorId; limit: number },
) =>
  store.all(
    store.sql
      .selectFrom('recent_searches')
      .select(['text', 'searched_at'])
      .where('operator_id', '=', operatorId)
      .orderBy('searched_at', 'desc')
      .limit(limit),
  );

/** Keeps the newest `most` of an operator. */
export function keepSearch(
  store: ClientStore,
  search: { operatorId: OperatorId; text: string; now: number; most: number },
): void {
  const { operatorId, text, now, most } = search;
  store.transaction(() => {
    store.run(
      store.sql
        .insertInto('recent_searches')
        .values({ operator_id: operatorId, text, searched_at: now })
        .onConflict((conflict) =>
          conflict.columns(['operator_id', 'text']).doUpdateSet({ searched_at: now }),
        ),
    );
    store
      .prepare(
        `DELETE FROM recent_searches WHERE operator_id = :operator AND text NOT IN (
           SELECT text FROM recent_searches WHERE operator_id = :operator ORDER BY searched_at DESC LIMIT :most)`,
      )
      .run({ operator: operatorId, most });
  });
}

export function forgetSearches(store: ClientStore, operatorId: OperatorId): void {
  store.run(store.sql.deleteFrom('recent_searches').where('operator_id', '=', operatorId));
}
