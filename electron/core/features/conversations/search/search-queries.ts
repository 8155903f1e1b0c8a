import type { ConversationId, MessageId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { Condition } from './search-filters.ts';
import { hitEnd, hitStart } from './search-text-rules.ts';

/*
 * JavaScript's numbers are bound as floating point, which FTS5 takes for no bound at all on a row's number: hence the casts.
 */

/** What is asked of one store: FTS5 expressions and conditions on `m`, a message. */
export interface Asked {
  readonly match: string | null;
  readonly exclude: string | null;
  readonly conditions: readonly Condition[];
}

/** From `before` downwards, exclusive: the newest first, at most `limit`. */
export interface Window {
  readonly before: number;
  readonly limit: number;
}

/** The newest first: the index is read backwards and left as soon as the page is full. */
export function hitsSql({ match, exclude, conditions }: Asked): string {
  const further = conditions.map(({ sql }) => ` AND ${sql}`).join('');
  if (match !== null) {
    const joined = conditions.length > 0 ? ' s CROSS JOIN messages m ON m.seq = s.rowid' : '';
    const row = conditions.length > 0 ? 's.rowid' : 'rowid';
    return `SELECT ${row} AS seq FROM message_search${joined}
      WHERE message_search MATCH ? AND ${row} < CAST(? AS INTEGER)${further} ORDER BY ${row} DESC LIMIT ?`;
  }
  const without =
    exclude === null
      ? ''
      : ' AND m.seq NOT IN (SELECT rowid FROM message_search WHERE message_search MATCH ?)';
  return `SELECT m.seq FROM messages m
    WHERE m.seq < CAST(? AS INTEGER)${without}${further} ORDER BY m.seq DESC LIMIT ?`;
}

function valuesOf({ match, exclude, conditions }: Asked, { before, limit }: Window): (string | number)[] {
  const further = conditions.flatMap(({ values }) => values);
  if (match === null) return [before, ...(exclude === null ? [] : [exclude]), ...further, limit];
  return [exclude === null ? match : `(${match}) NOT (${exclude})`, before, ...further, limit];
}

export function findHits(store: ClientStore, asked: Asked, window: Window): number[] {
  const rows = store.prepare(hitsSql(asked)).all(...valuesOf(asked, window)) as { seq: number }[];
  return rows.map((row) => row.seq);
}

/** How many hits there are below a number, up to a limit, and the lowest of them: where counting goes on. */
export function countHits(
  store: ClientStore,
  asked: Asked,
  window: Window,
): { count: number; oldest: number | null } {
  return store
    .prepare(`SELECT count(*) AS count, min(seq) AS oldest FROM (${hitsSql(asked)})`)
    .get(...valuesOf(asked, window)) as { count: number; oldest: number | null };
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
  /** Where the snippet is out of a file of the message. */
  readonly attachment_name?: string;
}

/** Words of a snippet: about two lines. */
const snippetWords = 24;

/** An index in memory, made like the client's own, of the page that is shown. */
const shownSql = [
  'CREATE TEMP VIEW IF NOT EXISTS shown_messages AS SELECT seq, subject, body, people FROM main.messages',
  `CREATE VIRTUAL TABLE IF NOT EXISTS temp.shown_search USING fts5(
     subject, body, people,
     content='shown_messages', content_rowid='seq', tokenize="unicode61 remove_diacritics 2"
   )`,
  "INSERT INTO shown_search (shown_search) VALUES ('delete-all')",
];

/** Makes it where it is not there yet, and empty. */
export function clearShown(store: ClientStore): void {
  for (const sql of shownSql) store.prepare(sql).run();
}

/**
 * Hits dressed for the page, newest first. Marks need the expression matched once more, and over the whole index that may
 * cost as much as the search: so it is matched over the shown messages alone.
 */
export function readHits(
  store: ClientStore,
  { match, seqs }: { match: string; seqs: readonly number[] },
): HitRow[] {
  clearShown(store);
  store
    .prepare(
      `INSERT INTO shown_search (rowid, subject, body, people)
       SELECT seq, subject, body, people FROM messages WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq`,
    )
    .run(JSON.stringify(seqs));
  return store
    .prepare(
      `SELECT m.seq, m.id, m.conversation_id, m.kind, m.sent_at, k.name AS contact_name,
         c.subject AS conversation_subject,
         highlight(shown_search, 0, '${hitStart}', '${hitEnd}') AS marked_subject,
         snippet(shown_search, 1, '${hitStart}', '${hitEnd}', '…', ${snippetWords}) AS snippet
       FROM shown_search JOIN messages m ON m.seq = shown_search.rowid
       JOIN conversations c ON c.id = m.conversation_id JOIN contacts k ON k.id = c.contact_id
       WHERE shown_search MATCH ? ORDER BY shown_search.rowid DESC`,
    )
    .all(match) as HitRow[];
}

/** Hits that no word was asked of: nothing is marked. */
export const readUnmarked = (store: ClientStore, seqs: readonly number[]): HitRow[] =>
  store
    .prepare(
      `SELECT m.seq, m.id, m.conversation_id, m.kind, m.sent_at, k.name AS contact_name,
         c.subject AS conversation_subject, m.subject AS marked_subject, substr(m.body, 1, 200) AS snippet
       FROM json_each(?) wanted CROSS JOIN messages m ON m.seq = wanted.value
       JOIN conversations c ON c.id = m.conversation_id JOIN contacts k ON k.id = c.contact_id
       ORDER BY m.seq DESC`,
    )
    .all(JSON.stringify(seqs)) as HitRow[];
