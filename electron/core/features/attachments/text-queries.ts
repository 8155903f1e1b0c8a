import type { AttachmentId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { findByFiles } from '../../store/client/message-words.ts';
import { readableEndings, readableTypes } from './kind-rules.ts';
import { readingLimits } from './reading-limits.ts';

/** Attachments of one message that can be searched: the number of a text is its message's times this, plus its part. */
const partsPerMessage = 256;

export interface PendingFile {
  /** The order in which attachments were stored. */
  readonly row: number;
  readonly id: AttachmentId;
  readonly message_seq: number;
  readonly part: number;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

const types = Object.keys(readableTypes)
  .map((type) => `'${type}'`)
  .join(', ');
const endings = Object.keys(readableEndings)
  .map((ending) => `name LIKE '%.${ending}'`)
  .join(' OR ');

/**
 * The next file whose words are not read yet. Attachments are read in the order in which they were stored, which is the
 * order of their rows: taking in mail pays nothing for what is read later.
 */
export const nextPending = (store: ClientStore): PendingFile | undefined =>
  store
    .prepare(
      `SELECT rowid AS row, id, message_seq, part, name, type, size FROM attachments
       WHERE rowid > CAST(? AS INTEGER) AND part < ${partsPerMessage} AND size <= ${readingLimits.textFile} AND inline = 0
         AND (type IN (${types}) OR ${endings})
       ORDER BY rowid LIMIT 1`,
    )
    .get(readingOf(store).readUpTo) as PendingFile | undefined;

interface Reading {
  readonly readUpTo: number;
  /** How often the next file was begun. */
  readonly tries: number;
}

export function readingOf(store: ClientStore): Reading {
  const row = store
    .prepare('SELECT read_up_to AS readUpTo, tries FROM attachment_reading WHERE one = 1')
    .get() as Reading | undefined;
  return row ?? { readUpTo: 0, tries: 0 };
}

export function keepReading(store: ClientStore, { readUpTo, tries }: Reading): void {
  store
    .prepare(
      `INSERT INTO attachment_reading (one, read_up_to, tries) VALUES (1, ?, ?)
       ON CONFLICT (one) DO UPDATE SET read_up_to = excluded.read_up_to, tries = excluded.tries`,
    )
    .run(readUpTo, tries);
}

/** None of the files up to the last one is to be read: the next look begins after it. */
export function passRest(store: ClientStore): void {
  const { last } = store.prepare('SELECT max(rowid) AS last FROM attachments').get() as {
    last: number | null;
  };
  if (last !== null && last > readingOf(store).readUpTo) keepReading(store, { readUpTo: last, tries: 0 });
}

/** Makes a file's words findable. Harmless when repeated. */
export function keepText(store: ClientStore, file: PendingFile, text: string): void {
  const seq = file.message_seq * partsPerMessage + file.part;
  const kept = store
    .prepare('INSERT OR IGNORE INTO attachment_texts (seq, attachment_id, name, text) VALUES (?, ?, ?, ?)')
    .run(seq, file.id, file.name, text);
  if (kept.changes === 0) return;
  store
    .prepare(
      `INSERT INTO attachment_search (rowid, subject, body, people)
       SELECT seq, subject, body, people FROM attachment_words WHERE seq = ?`,
    )
    .run(seq);
  findByFiles(store, file.message_seq);
}
