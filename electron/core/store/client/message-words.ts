import type { ClientStore } from './client-store.ts';

/** In how many messages a word stands; as the full text keeps words: lower case, without accents. */
export function messagesWith(store: ClientStore, word: string): number {
  const row = store.prepare('SELECT doc FROM message_words WHERE term = ?').get(word) as
    | { doc: number }
    | undefined;
  return row?.doc ?? 0;
}
