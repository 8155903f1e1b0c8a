import type { ClientStore } from '../../../store/client/client-store.ts';
import type { HitRow } from './search-queries.ts';
import { hitEnd, hitStart } from './search-text-rules.ts';

/*
 * Messages are found by the words of their files as by their own (`0021-words-together`). Which file it was, and where in
 * it, is read off an index of the files alone, whose rows bear the number of the message times 256 and the part.
 */
const rowsPerMessage = 256;
/** Words of a snippet: about two lines. */
const snippetWords = 24;

/** Messages dressed for the page with what stands in their files; of several files of one the first that fits. */
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
