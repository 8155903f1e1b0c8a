import type { SearchHit, SearchPage, SearchRequest } from '../../../shared/conversations.ts';
import { toInstant } from '../../../shared/time.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { readCursor, writeCursor, type Place } from './cursor.ts';
import { mergeSorted } from './merge-sorted.ts';
import { askedOf, askedOfFiles } from './search-asked.ts';
import type { SearchNames } from './search-filters.ts';
import { newestInFiles, readFileHits } from './search-files.ts';
import { newestHits, readHits, readUnmarked, type HitRow } from './search-queries.ts';
import { readSearch } from './search-query-rules.ts';
import { toHighlight } from './search-text-rules.ts';

/** The newest messages that are as they were asked for, over the stores, merged by time. */
export function searchMessages(
  stores: readonly ClientStore[],
  request: SearchRequest,
  names: SearchNames,
): SearchPage {
  const query = readSearch(request.text);
  if (query === null) return { hits: [], next: null };
  const after = request.cursor === null ? null : readCursor(request.cursor);
  const parts = stores.map((store) => {
    const window = { before: upTo(store, after), limit: request.limit + 1 };
    const said = newestHits(store, askedOf(query, store, names), window);
    const inFiles = newestInFiles(store, askedOfFiles(query, store, names), window);
    const seqs = [...new Set([...said, ...inFiles])].toSorted((a, b) => b - a);
    return seqs.slice(0, window.limit).map((seq) => ({ store, seq }));
  });
  const merged = mergeSorted(parts, {
    limit: request.limit + 1,
    compare: (a, b) => b.seq - a.seq || (a.store.clientId < b.store.clientId ? -1 : 1),
  });
  const shown = merged.slice(0, request.limit);
  const last = shown.at(-1);
  const isMore = last !== undefined && merged.length > request.limit;
  return {
    hits: dress(shown, query.match),
    next: isMore ? writeCursor([last.seq, last.store.clientId]) : null,
  };
}

interface Found {
  readonly store: ClientStore;
  readonly seq: number;
}

function dress(shown: readonly Found[], match: string | null): SearchHit[] {
  const ofStore = [...Map.groupBy(shown, (found) => found.store)].map(([store, found]) => {
    const seqs = found.map(({ seq }) => seq);
    return [store, new Map(rowsOf(store, { match, seqs }).map((row) => [row.seq, row]))] as const;
  });
  const rows = new Map(ofStore);
  return shown.flatMap(({ store, seq }) => {
    const row = rows.get(store)?.get(seq);
    return row ? [present(store, row)] : [];
  });
}

/** What a message says itself goes before what stands in its files. */
function rowsOf(store: ClientStore, found: { match: string | null; seqs: readonly number[] }): HitRow[] {
  const { match, seqs } = found;
  if (match === null) return readUnmarked(store, seqs);
  const rows = readHits(store, { match, seqs });
  const said = new Set(rows.map((row) => row.seq));
  const others = seqs.filter((seq) => !said.has(seq));
  return others.length === 0 ? rows : [...rows, ...readFileHits(store, { match, seqs: others })];
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
