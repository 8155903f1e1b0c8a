import type { ConversationId, MessageId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { hitEnd, hitStart } from './search-text-rules.ts';

/*
 * JavaScript's numbers are bound as floating point, which FTS5 takes for no bound at all on a row's number: hence the casts.
 */

/** Shorter beginnings have an index of their own (`prefix` in the schema). */
const beginning = /"([a-z0-9]{4,})"\*$/i;
/** A beginning that so many words share is asked for as it is. */
const mostWords = 60;

/**
 * The expression with the beginning of its last word spelled out as the words that begin so. FTS5 gathers and sorts every
 * hit of a beginning before it gives the first, but reads the hits of whole words one by one, newest first: for a word
 * that stands in half of all mail that is the difference between 50 hits and all of them. The word itself is not looked
 * up, because looking up reads all of its hits: no word begins with anything before "0". Plain letters only: what else the index makes of a word is its own affair.
 */
export function spelledOut(store: ClientStore, match: string): string {
  const word = beginning.exec(match)?.[1]?.toLowerCase();
  if (word === undefined) return match;
  const longer = store
    .prepare('SELECT term FROM message_words WHERE term >= ? AND term < ? LIMIT ?')
    .all(`${word}0`, `${word}\u{10ffff}`, mostWords + 1) as { term: string }[];
  if (longer.length > mostWords) return match;
  const words = [word, ...longer.map(({ term }) => term)].map((each) => `"${each}"`);
  return match.replace(beginning, `(${words.join(' OR ')})`);
}

/** The newest first: the index is read backwards and left as soon as the page is full. */
export const newestHitsSql =
  'SELECT rowid AS seq FROM message_search WHERE message_search MATCH ? AND rowid < CAST(? AS INTEGER) ORDER BY rowid DESC LIMIT ?';

export function newestHits(
  store: ClientStore,
  find: { match: string; before: number; limit: number },
): number[] {
  const rows = store.prepare(newestHitsSql).all(find.match, find.before, find.limit) as { seq: number }[];
  return rows.map((row) => row.seq);
}

/** Counts up to `limit` hits and no further. */
export function countHits(store: ClientStore, find: { match: string; limit: number }): number {
  const row = store
    .prepare(
      'SELECT count(*) AS count FROM (SELECT 1 FROM message_search WHERE message_search MATCH ? LIMIT ?)',
    )
    .get(find.match, find.limit) as { count: number };
  return row.count;
}

export interface HitRow {
  readonly seq: number;
  readonly id: MessageId;
  readonly conversation_id: ConversationId;
  readonly contact_name: string;
  readonly conversation_subject: string;
  readonly kind: 'inbound' | 'outbound' | 'note';
  readonly sent_at: number;
  readonly marked_subject: string;
  readonly snippet: string;
}

/** Words of a snippet: about two lines. */
const snippetWords = 24;

/**
 * Hits dressed for the page, newest first: marks are computed for what is shown and for nothing else. One pass over the
 * index between the oldest and the newest of them; asking for each hit by itself would read the whole index every time.
 */
export function readHits(
  store: ClientStore,
  { match, newest, oldest }: { match: string; newest: number; oldest: number },
): HitRow[] {
  return store
    .prepare(
      `SELECT m.seq, m.id, m.conversation_id, m.kind, m.sent_at, k.name AS contact_name,
         c.subject AS conversation_subject,
         highlight(message_search, 0, '${hitStart}', '${hitEnd}') AS marked_subject,
         snippet(message_search, 1, '${hitStart}', '${hitEnd}', '…', ${snippetWords}) AS snippet
       FROM message_search JOIN messages m ON m.seq = message_search.rowid
       JOIN conversations c ON c.id = m.conversation_id JOIN contacts k ON k.id = c.contact_id
       WHERE message_search MATCH ? AND message_search.rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)
       ORDER BY message_search.rowid DESC`,
    )
    .all(match, oldest, newest) as HitRow[];
}
