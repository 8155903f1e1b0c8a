import type { ClientStore } from '../../../store/client/client-store.ts';

/** What a word stands in: the mail of a client, or the files of it. */
export type Vocabulary = 'messages' | 'files';

const vocabularies = {
  messages: { terms: 'temp.message_terms', index: 'message_search' },
  files: { terms: 'temp.file_terms', index: 'attachment_search' },
} as const;

/** Shorter beginnings have an index of their own (`prefix` in the schema). */
const indexedLetters = 3;
const beginning = /"([a-z0-9]{4,})"\*$/i;
/** A beginning that more words share is asked for as it is: each word is looked up by itself. */
const mostWords = 20;
/** Hits of one word that are read before the next word is sought: so many cost what seeking costs. */
const mostRead = 30;

/**
 * The expression with the beginning of its last word spelled out as the words that begin so. FTS5 gathers and sorts every
 * hit of a beginning before it gives the first, but reads the hits of whole words one by one, newest first: for a word
 * that stands in half of all mail that is the difference between 50 hits and all of them. Plain letters only: what else the
 * index makes of a word is its own affair.
 */
export function spelledOut(store: ClientStore, { match, of }: { match: string; of: Vocabulary }): string {
  const word = beginning.exec(match)?.[1]?.toLowerCase();
  if (word === undefined) return match;
  const longer = wordsFrom(store, { of, from: `${word}0`, to: `${word}\u{10ffff}` });
  if (longer.length > mostWords) return match;
  const words = [word, ...longer].map((each) => `"${each}"`);
  return match.replace(beginning, `(${words.join(' OR ')})`);
}

/**
 * The words between these two, up to one more than `mostWords`. FTS5 lists words with the number of their hits, for which
 * it reads them all; a table of hits is read along instead, and where a word has many the next one is sought: nothing that
 * a word is made of comes before "0".
 */
function wordsFrom(
  store: ClientStore,
  { of, from, to }: { of: Vocabulary; from: string; to: string },
): string[] {
  const { terms, index } = vocabularies[of];
  store
    .prepare(`CREATE VIRTUAL TABLE IF NOT EXISTS ${terms} USING fts5vocab(main, ${index}, instance)`)
    .run();
  const hits = store.prepare(`SELECT term FROM ${terms} WHERE term >= ? AND term < ?`);
  const words: string[] = [];
  for (let next: string | null = from; next !== null; next = unread(hits.iterate(next, to), words));
  return words;
}

/** Adds the words of hits that come in order; gives where to go on, or null at the end. */
function unread(hits: Iterable<unknown>, words: string[]): string | null {
  let seen = 0;
  for (const { term } of hits as Iterable<{ term: string }>) {
    if (term !== words.at(-1)) {
      words.push(term);
      seen = 0;
    }
    seen += 1;
    if (words.length > mostWords) return null;
    if (seen > mostRead) return `${term}0`;
  }
  return null;
}

const gathered = /"([\p{L}\p{N}]{4,})"\*$/u;

/** Whether FTS5 gathers all hits of the expression before it gives the first: so it does with a beginning that has no index. */
export const isGathered = (match: string | null): boolean => match !== null && /"[^"]{4,}"\*$/u.test(match);

/** The same with a beginning so short that it has an index: all that it finds come one by one, and some more. Null: there is none. */
export const withShortBeginning = (match: string): string | null =>
  withLast(match, (word) => `"${[...word].slice(0, indexedLetters).join('')}"*`);

/** The same with a whole word for the beginning: of what the beginning finds it finds a part. Null: there is none. */
export const withWholeWord = (match: string): string | null => withLast(match, (word) => `"${word}"`);

function withLast(match: string, write: (word: string) => string): string | null {
  const word = gathered.exec(match)?.[1];
  return word === undefined ? null : match.replace(gathered, write(word));
}
