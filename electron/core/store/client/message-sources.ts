import { createHash } from 'node:crypto';
import { LiaisonError } from '../../../shared/errors.ts';
import type { ClientStore } from './client-store.ts';

/** Keeps the bytes of a mail; `sha256` of them, where it is known. */
export type KeepSource = (seq: number, source: { bytes: Uint8Array; sha256: string | null }) => void;

/** Small enough to be copied, and searched for damage, piece by piece. */
const largestFile = 256 * 1024 * 1024;

const nameOf = (number: number): string => `mail-${number}`;

/**
 * Writes the bytes of mails behind those that were kept before, inside the caller's transaction; all are durable when it
 * returns.
 */
export function keepSources(store: ClientStore, work: (keep: KeepSource) => void): void {
  const { number, length } = endOf(store);
  const name = nameOf(number);
  const insert = store.prepare(
    'INSERT INTO message_sources (message_seq, sha256, size, file, place) VALUES (?, ?, ?, ?, ?)',
  );
  const pieces = store.files.writePieces(name, length);
  try {
    work((seq, { bytes, sha256 }) => {
      insert.run(seq, sha256 ?? sha256Of(bytes), bytes.byteLength, name, pieces.add(bytes));
    });
    const end = pieces.finish();
    if (end > length)
      store.prepare('INSERT OR REPLACE INTO mail_files (number, length) VALUES (?, ?)').run(number, end);
  } finally {
    pieces.close();
  }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Where the next piece goes: behind the last one, or into a new file where that one is full, or was cut or taken away. */
function endOf(store: ClientStore): { number: number; length: number } {
  const last = store.prepare('SELECT number, length FROM mail_files ORDER BY number DESC LIMIT 1').get() as
    | { number: number; length: number }
    | undefined;
  if (!last) return { number: 1, length: 0 };
  const hasRoom = last.length < largestFile && store.files.sizeOf(nameOf(last.number)) >= last.length;
  return hasRoom ? last : { number: last.number + 1, length: 0 };
}

export const hasMailFiles = (store: ClientStore): boolean =>
  store.prepare('SELECT 1 FROM mail_files LIMIT 1').get() !== undefined;

interface SourceRow {
  readonly size: number;
  readonly bytes: Buffer | null;
  readonly file: string | null;
  readonly place: number | null;
}

/** The bytes as they came or left; null where the channel has none. @throws LiaisonError `file-unreadable` */
export function sourceOf(store: ClientStore, seq: number): Uint8Array | null {
  const row = store
    .prepare('SELECT size, bytes, file, place FROM message_sources WHERE message_seq = ?')
    .get(seq) as SourceRow | undefined;
  if (!row?.file) return row?.bytes ?? null;
  if (row.place === null) return store.files.read(row.file);
  return store.files.readPiece(row.file, { at: row.place, size: row.size });
}

/** The same for a guess, which does without bytes that were damaged or taken away. */
export function readableSourceOf(store: ClientStore, seq: number): Uint8Array | null {
  try {
    return sourceOf(store, seq);
  } catch (error) {
    if (error instanceof LiaisonError && error.code === 'file-unreadable') return null;
    throw error;
  }
}
