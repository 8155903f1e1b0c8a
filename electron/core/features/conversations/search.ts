import type { SearchHit, SearchPage, SearchRequest } from '../../../shared/conversations.ts';
import { toInstant } from '../../../shared/time.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { readCursor, writeCursor, type Place } from './cursor.ts';
import { mergeSorted } from './merge-sorted.ts';
import { countHits, newestHits, readHits, spelledOut, type HitRow } from './search-queries.ts';
import { toHighlight, toMatchExpression } from './search-text-rules.ts';

const countCap = 10_000;

/** The newest messages that hold every word, over the stores, merged by time. */
export function searchMessages(stores: readonly ClientStore[], request: SearchRequest): SearchPage {
  const match = toMatchExpression(request.text);
  if (match === null) return { hits: [], next: null, count: 0, countCapped: false };
  const after = request.cursor === null ? null : readCursor(request.cursor);
  const matches = new Map(stores.map((store) => [store, spelledOut(store, match)]));
  const parts = [...matches].map(([store, own]) =>
    newestHits(store, { match: own, before: upTo(store, after), limit: request.limit + 1 }).map((seq) => ({
      store,
      seq,
    })),
  );
  const merged = mergeSorted(parts, {
    limit: request.limit + 1,
    compare: (a, b) => b.seq - a.seq || (a.store.clientId < b.store.clientId ? -1 : 1),
  });
  const shown = merged.slice(0, request.limit);
  const last = shown.at(-1);
  const isMore = last !== undefined && merged.length > request.limit;
  return {
    hits: dress(shown, matches),
    next: isMore ? writeCursor([last.seq, last.store.clientId]) : null,
    ...countOf(matches),
  };
}

/** What each store is asked: the same words, spelled out with its own. */
type Matches = ReadonlyMap<ClientStore, string>;

interface Found {
  readonly store: ClientStore;
  readonly seq: number;
}

/** What each store shows of the page stands together in it, so one question a store is enough. */
function dress(shown: readonly Found[], matches: Matches): SearchHit[] {
  const ofStore = [...Map.groupBy(shown, (found) => found.store)].map(([store, found]) => {
    const match = matches.get(store) ?? '';
    const numbers = found.map(({ seq }) => seq);
    const rows = readHits(store, { match, newest: Math.max(...numbers), oldest: Math.min(...numbers) });
    return [store, new Map(rows.map((row) => [row.seq, row]))] as const;
  });
  const rows = new Map(ofStore);
  return shown.flatMap(({ store, seq }) => {
    const row = rows.get(store)?.get(seq);
    return row ? [present(store, row)] : [];
  });
}

/** Within one second's slot two clients may use the same number: the client's id then decides. Exclusive. */
function upTo(store: ClientStore, after: Place | null): number {
  if (after === null) return Number.MAX_SAFE_INTEGER;
  const [seq, clientId] = after;
  return store.clientId > clientId ? seq + 1 : seq;
}

function countOf(matches: Matches): Pick<SearchPage, 'count' | 'countCapped'> {
  let count = 0;
  for (const [store, match] of matches) {
    count += countHits(store, { match, limit: countCap + 1 - count });
    if (count > countCap) return { count: countCap, countCapped: true };
  }
  return { count, countCapped: false };
}

const present = (store: ClientStore, row: HitRow): SearchHit => ({
  clientId: store.clientId,
  conversationId: row.conversation_id,
  messageId: row.id,
  contactName: row.contact_name,
  subject:
    row.kind === 'note' ? [{ text: row.conversation_subject, hit: false }] : toHighlight(row.marked_subject),
  snippet: toHighlight(row.snippet),
  at: toInstant(row.sent_at),
});
