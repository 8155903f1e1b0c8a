import type { ClientStore } from '../../store/client/client-store.ts';
import type { Asked, HitRow, Window } from './search-queries.ts';
import { hitEnd, hitStart } from './search-text-rules.ts';

/*
 * The words of files stand in an index of their own with the same columns (`0014-attachment-texts`). The number of a row is
 * its message's times 256 and the part, so that messages come newest first here as well.
 */
const rowsPerMessage = 256;
const highest = Number.MAX_SAFE_INTEGER;

/** Exclusive, in numbers of this index. */
const below = ({ before }: Window): number =>
  before >= Math.floor(highest / rowsPerMessage) ? highest : before * rowsPerMessage;

/** Words that must not occur occur neither in the file nor in what the message says. */
function filesSql({ exclude, conditions }: Asked): string {
  const further = conditions.map(({ sql }) => ` AND ${sql}`).join('');
  const without =
    exclude === null
      ? ''
      : ' AND NOT EXISTS (SELECT 1 FROM message_search x WHERE message_search MATCH ? AND x.rowid = s.rowid >> 8)';
  return `SELECT DISTINCT s.rowid >> 8 AS seq FROM attachment_search s CROSS JOIN messages m ON m.seq = s.rowid >> 8
    WHERE attachment_search MATCH ? AND s.rowid < CAST(? AS INTEGER)${without}${further}`;
}

const valuesOf = ({ match, exclude, conditions }: Asked, window: Window): (string | number)[] => [
  exclude === null ? (match ?? '') : `(${match}) NOT (${exclude})`,
  below(window),
  ...(exclude === null ? [] : [exclude]),
  ...conditions.flatMap(({ values }) => values),
];

/** Messages with a file that holds what was asked for, the newest first. */
export function newestInFiles(store: ClientStore, asked: Asked, window: Window): number[] {
  if (asked.match === null) return [];
  const sql = `${filesSql(asked)} ORDER BY s.rowid DESC LIMIT ?`;
  const rows = store.prepare(sql).all(...valuesOf(asked, window), window.limit) as { seq: number }[];
  return rows.map((row) => row.seq);
}

/**
 * How many messages below a number only their files make a hit, out of a limited number of messages with such files, and
 * the lowest of those looked at.
 */
export function countInFiles(
  store: ClientStore,
  { ofFiles, said, window }: { ofFiles: Asked; said: string; window: Window },
): { looked: number; count: number; oldest: number | null } {
  const seqs = newestInFiles(store, ofFiles, window);
  const known = store.prepare(
    'SELECT 1 FROM message_search WHERE message_search MATCH ? AND rowid = CAST(? AS INTEGER)',
  );
  const count = seqs.filter((seq) => known.get(said, seq) === undefined).length;
  return { looked: seqs.length, count, oldest: seqs.at(-1) ?? null };
}

/** Words of a snippet: about two lines. */
const snippetWords = 24;

/** Hits out of files, dressed for the page: of several files of one message the first that holds the words. */
export function readFileHits(
  store: ClientStore,
  { match, seqs }: { match: string; seqs: readonly number[] },
): HitRow[] {
  const find = store.prepare(
    `SELECT m.seq, m.id, m.conversation_id, m.kind, m.sent_at, k.name AS contact_name,
       c.subject AS conversation_subject, t.name AS attachment_name,
       highlight(attachment_search, 0, '${hitStart}', '${hitEnd}') AS marked_subject,
       snippet(attachment_search, 1, '${hitStart}', '${hitEnd}', '…', ${snippetWords}) AS snippet
     FROM attachment_search s JOIN attachment_texts t ON t.seq = s.rowid JOIN messages m ON m.seq = s.rowid >> 8
     JOIN conversations c ON c.id = m.conversation_id JOIN contacts k ON k.id = c.contact_id
     WHERE attachment_search MATCH ? AND s.rowid >= CAST(? AS INTEGER) AND s.rowid < CAST(? AS INTEGER)
     ORDER BY s.rowid LIMIT 1`,
  );
  return seqs.flatMap((seq) => {
    const row = find.get(match, seq * rowsPerMessage, (seq + 1) * rowsPerMessage) as HitRow | undefined;
    return row ? [row] : [];
  });
}
