import type { ClientStore } from '../../../store/client/client-store.ts';
import { clearShown, findHits, type Asked, type Window } from './search-queries.ts';
import { isGathered, withShortBeginning } from './search-words.ts';

/** Messages looked at closely; where fewer of them fit, there are so few that FTS5 gathers them in less time. */
const mostLooked = 256;

/** The newest messages that are as they were asked for, below a number; at most so many, and of a costly question up to `most`. */
export function newestHits(
  store: ClientStore,
  asked: Asked,
  { most, ...window }: Window & { most: number },
): number[] {
  if (!isGathered(asked.match)) return findHits(store, asked, window);
  return lookedAt(store, asked, window) ?? findHits(store, asked, { ...window, limit: most });
}

/**
 * A beginning that many words share, without gathering all of its hits: those of its first letters come newest first, and
 * the few that are needed are looked at closely. Null where too few of them fit.
 */
function lookedAt(store: ClientStore, asked: Asked, { before, limit }: Window): number[] | null {
  const { match } = asked;
  const rough = match === null ? null : withShortBeginning(match);
  if (match === null || rough === null) return null;
  const hits: number[] = [];
  let [looked, from, batch] = [0, before, limit];
  while (hits.length < limit) {
    const seqs = findHits(store, { ...asked, match: rough }, { before: from, limit: batch });
    hits.push(...fitting(store, match, seqs));
    if (seqs.length < batch) break;
    looked += seqs.length;
    from = seqs.at(-1) ?? 0;
    batch = Math.ceil((limit - hits.length) / Math.max(hits.length / looked, 1 / mostLooked));
    if (hits.length < limit && looked + batch > mostLooked) return null;
  }
  return hits.slice(0, limit);
}

/** Which of these messages, with the words of their files, the expression finds; in their order. */
function fitting(store: ClientStore, match: string, seqs: readonly number[]): number[] {
  clearShown(store);
  store
    .prepare(
      `INSERT INTO shown_search (rowid, subject, body, people)
       SELECT s.seq, s.subject, s.body, s.people FROM json_each(?) w CROSS JOIN searched_messages s ON s.seq = w.value
       ORDER BY s.seq`,
    )
    .run(JSON.stringify(seqs));
  const rows = store
    .prepare('SELECT rowid AS seq FROM shown_search WHERE shown_search MATCH ? ORDER BY rowid DESC')
    .all(match) as { seq: number }[];
  return rows.map(({ seq }) => seq);
}
