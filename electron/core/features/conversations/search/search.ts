import type { SearchHit, SearchPage, SearchRequest } from '../../../../shared/conversations.ts';
import { toInstant } from '../../../../shared/time.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { readCursor, writeCursor, type Place } from '../lists/cursor.ts';
import { mergeWalks, shareOf, type Walk } from '../lists/merge-walks.ts';
import { askedOf } from './search-asked.ts';
import type { SearchNames } from './search-filters.ts';
import { readFileHits } from './search-files.ts';
import { newestHits } from './search-newest.ts';
import { readHits, readUnmarked, type HitRow } from './search-queries.ts';
import { readSearch, type SearchQuery } from './search-query-rules.ts';
import { toHighlight } from './search-text-rules.ts';
import { spelledOut } from './search-words.ts';

/** The newest messages that are as they were asked for, over the stores, merged by time. */
export function searchMessages(
  stores: readonly ClientStore[],
  request: SearchRequest,
  names: SearchNames,
): SearchPage {
  const query = readSearch(request.text);
  if (query === null) return { hits: [], next: null };
  const after = request.cursor === null ? null : readCursor(request.cursor);
  const most = request.limit + 1;
  const share = shareOf(most, stores.length);
  const walks = stores.map((store): Walk<Found, Found> => {
    const newest = newestHits(store, askedOf(query, store, names), most);
    return (last) => {
      const seqs = newest({ before: last?.seq ?? upTo(store, after), limit: share });
      const items = seqs.map((seq) => ({ store, seq }));
      return { items, upTo: items.length === share ? (items.at(-1) ?? null) : null };
    };
  });
  const { items: merged } = mergeWalks(walks, {
    after: null,
    limit: most,
    compare: (a, b) => b.seq - a.seq || (a.store.clientId < b.store.clientId ? -1 : 1),
    isLate: () => false,
  });
  const shown = merged.slice(0, request.limit);
  const last = shown.at(-1);
  const isMore = last !== undefined && merged.length > request.limit;
  return {
    hits: dress(shown, query),
    next: isMore ? writeCursor([last.seq, last.store.clientId]) : null,
  };
}

interface Found {
  readonly store: ClientStore;
  readonly seq: number;
}

function dress(shown: readonly Found[], query: SearchQuery): SearchHit[] {
  const ofStore = [...Map.groupBy(shown, (found) => found.store)].map(([store, found]) => {
    const seqs = found.map(({ seq }) => seq);
    return [store, new Map(rowsOf(store, query, seqs).map((row) => [row.seq, row]))] as const;
  });
  const rows = new Map(ofStore);
  return shown.flatMap(({ store, seq }) => {
    const row = rows.get(store)?.get(seq);
    return row ? [present(store, row)] : [];
  });
}

/**
 * What a message says itself goes before what stands in one of its files, and whoever says all of it before whoever says a
 * part: the words may be spread over the message and its files.
 */
function rowsOf(
  store: ClientStore,
  { match, words }: Pick<SearchQuery, 'match' | 'words'>,
  seqs: readonly number[],
): HitRow[] {
  const any = words.join(' OR ');
  const ofFiles = (expression: string) => spelledOut(store, { match: expression, of: 'files' });
  const ways: ((rest: readonly number[]) => HitRow[])[] = [
    (rest) => (match === null ? [] : readHits(store, { match, seqs: rest })),
    (rest) => (match === null ? [] : readFileHits(store, { match: ofFiles(match), seqs: rest })),
    (rest) => (any === '' ? [] : readFileHits(store, { match: `body : (${ofFiles(any)})`, seqs: rest })),
    (rest) => (any === '' ? [] : readHits(store, { match: any, seqs: rest })),
    (rest) => readUnmarked(store, rest),
  ];
  const rows: HitRow[] = [];
  let rest = seqs;
  for (const way of ways) {
    if (rest.length === 0) break;
    rows.push(...way(rest));
    const dressed = new Set(rows.map((row) => row.seq));
    rest = rest.filter((seq) => !dressed.has(seq));
  }
  return rows;
}

/** Within one second's slot two clients may use the same number: the client's id then decides. Exclusive. */
function upTo(store: ClientStore, after: Place | null): number {
  if (after === null) return Number.MAX_SAFE_INTEGER;
  const [seq, clientId] = after;
  return store.clientId > clientId ? seq + 1 : seq;
}

const present = (store: ClientStore, row: HitRow): SearchHit => ({
  clientId: store.clientId,
  conversationId: row.conversation_id,
  messageId: row.id,
  contactName: row.contact_name,
  subject:
    row.kind === 'note' ? [{ text: row.conversation_subject, hit: false }] : toHighlight(row.marked_subject),
  snippet: toHighlight(row.snippet),
  attachment: row.attachment_name ?? null,
  at: toInstant(row.sent_at),
});
