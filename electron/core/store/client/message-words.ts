import type { ClientStore } from './client-store.ts';

/** In how many messages a word stands; as the full text keeps words: lower case, without accents. */
export function messagesWith(store: ClientStore, word: string): number {
  const row = store.prepare('SELECT doc FROM message_words WHERE term = ?').get(word) as
    | { doc: number }
    | undefined;
  return row?.doc ?? 0;
}

const forgetSql = `INSERT INTO message_search (message_search, rowid, subject, body, people)
  SELECT 'delete', seq, subject, body, people FROM searched_messages WHERE seq = ?`;
const learnSql = `INSERT INTO message_search (rowid, subject, body, people)
  SELECT seq, subject, body, people FROM searched_messages WHERE seq = ?`;

/** The full text forgets a message, by the words that it holds of it: before the row goes. */
export const forgetMessage = (store: ClientStore, seq: number): void =>
  void store.prepare(forgetSql).run(seq);

/** A message with files whose words are kept and that is not found by them yet; the oldest first. */
export function nextUnfound(store: ClientStore): number | undefined {
  const row = store
    .prepare(
      'SELECT seq >> 8 AS seq FROM attachment_texts WHERE found = 0 ORDER BY attachment_texts.seq LIMIT 1',
    )
    .get() as { seq: number } | undefined;
  return row?.seq;
}

/** Lets a message be found by the words of all its files that are kept. */
export function findByFiles(store: ClientStore, seq: number): void {
  store.transaction(() => {
    forgetMessage(store, seq);
    store
      .prepare(
        `UPDATE attachment_texts SET found = 1
         WHERE seq >= CAST(? AS INTEGER) << 8 AND seq < (CAST(? AS INTEGER) + 1) << 8`,
      )
      .run(seq, seq);
    store.prepare(learnSql).run(seq);
  });
}
