import type { QueuePage } from '../../../shared/conversations.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { readCursor, writeCursor, type Place } from './cursor.ts';
import { mergePulled, type Pull } from './merge-sorted.ts';
import { dress, type ClocksOf } from './queue.ts';
import { countedRows, planView } from './view-plan-rules.ts';
import {
  countStatement,
  directionOf,
  pageStatement,
  runCount,
  runPage,
  sizesIn,
  type ViewAsked,
  type ViewPlace,
} from './view-queries.ts';

/** One page of a saved view over the stores, merged in memory like the queue. */
export function readView(
  stores: readonly ClientStore[],
  request: ViewAsked & { cursor: string | null; limit: number; clocksOf: ClocksOf },
): Omit<QueuePage, 'missing'> {
  const { cursor, limit, sort } = request;
  const after = cursor === null ? null : readCursor(cursor);
  const lists = stores.flatMap((store) =>
    listsIn(store, request, after).map(
      (pull): Pull<ViewPlace & { store: ClientStore }> =>
        (last, count) =>
          pull(last, count).map((place) => ({ store, ...place })),
    ),
  );
  const merged = mergePulled(lists, { limit: limit + 1, compare: comparing(directionOf(sort)) });
  const shown = merged.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: dress(shown, request.clocksOf),
    next: last && merged.length > limit ? writeCursor([last.place, last.id]) : null,
  };
}

const comparing =
  (direction: 1 | -1) =>
  (a: ViewPlace, b: ViewPlace): number =>
    direction * (a.place - b.place || (a.id < b.id ? -1 : Number(a.id > b.id)));

/** What one store gives beyond a place, one list for each way that the view is read on. */
const listsIn = (store: ClientStore, asked: ViewAsked, after: Place | null): Pull<ViewPlace>[] =>
  planView(asked, sizesIn(store, asked)).map(
    (drive) => (last, limit) =>
      runPage(store, pageStatement(asked, { drive, after: last ? [last.place, last.id] : after, limit })),
  );

/** How many a view holds in one store; `capped`: there are more than were counted. */
export function countView(store: ClientStore, asked: ViewAsked): { count: number; capped: boolean } {
  let budget = countedRows;
  let count = 0;
  for (const drive of planView(asked, sizesIn(store, asked))) {
    const found = runCount(store, countStatement(asked, { drive, budget }));
    count += found.count;
    budget -= found.looked;
    if (budget <= 0) return { count, capped: true };
  }
  return { count, capped: false };
}

/** Every conversation of a view in one store, in its order, up to `limit`. */
export function idsOfView(store: ClientStore, asked: ViewAsked, limit: number): ConversationId[] {
  const compare = comparing(directionOf(asked.sort));
  const merged = mergePulled(listsIn(store, asked, null), { limit, compare });
  return merged.map(({ id }) => id);
}
