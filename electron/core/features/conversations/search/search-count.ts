import type { SearchCount, SearchCountRequest } from '../../../../shared/conversations.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { askedOf, spelledAsked } from './search-asked.ts';
import type { SearchNames } from './search-filters.ts';
import { countHits, type Asked } from './search-queries.ts';
import { isGathered } from './search-words.ts';
import { readSearch } from './search-query-rules.ts';

const countCap = 10_000;
/** Hits counted in one go: a few milliseconds even of phrases of the commonest words. */
const sliceHits = 1_000;

/**
 * Counts the messages that are as they were asked for, over the stores, in slices between which others have their turn. Stopped
 * by its signal, it gives what it has.
 */
export async function countMessages(
  stores: readonly ClientStore[],
  { text, exact, names }: Pick<SearchCountRequest, 'text' | 'exact'> & { names: SearchNames },
  signal?: AbortSignal,
): Promise<SearchCount> {
  const query = readSearch(text);
  if (query === null) return { count: 0, countCapped: false };
  const most = exact ? Number.MAX_SAFE_INTEGER : countCap;
  let count = 0;
  for (const store of stores) {
    const asked = spelledAsked(store, askedOf(query, store, names));
    for (const slice of slicesOf(store, asked)) {
      count += slice;
      if (count > most || signal?.aborted) return { count: Math.min(count, most), countCapped: true };
      await new Promise(setImmediate);
    }
  }
  return { count, countCapped: false };
}

/** What is gathered anew at every question is counted in one. */
function* slicesOf(store: ClientStore, asked: Asked): Generator<number> {
  const limit = isGathered(asked.match) ? Number.MAX_SAFE_INTEGER : sliceHits;
  let before: number | null = Number.MAX_SAFE_INTEGER;
  while (before !== null) {
    const { count, oldest } = countHits(store, asked, { before, limit });
    yield count;
    before = count < limit ? null : oldest;
  }
}
