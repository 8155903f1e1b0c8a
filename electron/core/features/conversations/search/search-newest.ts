import type { ClientStore } from '../../../store/client/client-store.ts';
import { clearShown, findHits, type Asked, type Window } from './search-queries.ts';
import { spelledAsked } from './search-asked.ts';
import { isGathered, withShortBeginning, withWholeWord } from './search-words.ts';

/** Messages looked at closely; where fewer of them fit, there are so few that FTS5 gathers them in less time. */
const mostLooked = 256;
/** Messages beside those with the whole word that are looked at closely; behind a common word there are few. */
const mostBeside = 16;

/**
 * Finds the newest messages that are as they were asked for, below a number; at most so many, and of a costly question up to
 * `most`.
 */
export function newestHits(store: ClientStore, asked: Asked, most: number): (window: Window) => number[] {
  if (!isGathered(asked.match)) return (window) => findHits(store, asked, window);
  let spelled: Asked | null = null;
  return (window) => {
    const common = ofCommonWord(store, asked, window);
    if (common) return common;
    spelled ??= spelledAsked(store, asked);
    if (!isGathered(spelled.match)) return findHits(store, spelled, window);
    return lookedAt(store, asked, window) ?? findHits(store, asked, { ...window, limit: most });
  };
}

/**
 * A beginning that is a common word itself: the newest with the word are found at once, and only what is as new as they
 * are and begins alike is looked at closely. To look for words that begin so costs most behind a common one, whose hits
 * FTS5 passes by one after the other. Null where the word is not so common.
 */
function ofCommonWord(store: ClientStore, asked: Asked, { before, limit }: Window): number[] | null {
  const { match, conditions } = asked;
  const [whole, rough] = match === null ? [] : [withWholeWord(match), withShortBeginning(match)];
  if (!match || !whole || !rough || conditions.length > 0) return null;
  const hits = findHits(store, { ...asked, match: whole }, { before, limit });
  const oldest = hits.at(-1);
  if (oldest === undefined || hits.length < limit) return null;
  const most = limit + mostBeside;
  const near = findHits(store, { ...asked, match: rough }, { before, limit: most });
  if (near.length === most && (near.at(-1) ?? 0) > oldest) return null;
  const known = new Set(hits);
  const beside = near.filter((seq) => seq > oldest && !known.has(seq));
  return [...hits, ...fitting(store, match, beside)].toSorted((a, b) => b - a).slice(0, limit);
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
  if (seqs.length === 0) return [];
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
