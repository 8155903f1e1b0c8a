import { createHash } from 'node:crypto';
import type { PieceWriter } from '../file-folder.ts';
import type { ClientStore } from './client-store.ts';

/** Where the bytes of a mail go. Whoever opened it finishes it before the transaction ends, and closes it either way. */
export interface SourceWriter {
  /** `sha256` of the bytes, where it is known. */
  keep(seq: number, source: { bytes: Uint8Array; sha256: string | null }): void;
  /** All bytes are durable when it returns. */
  finish(): void;
  close(): void;
}

/** Small enough to be copied, and searched for damage, piece by piece. */
const largestFile = 256 * 1024 * 1024;

const nameOf = (number: number): string => `mail-${number}`;

/** Writes bytes behind those that were kept before, inside the caller's transaction. Opens no file before there are any. */
export function openSources(store: ClientStore): SourceWriter {
  let open: { readonly number: number; readonly pieces: PieceWriter } | null = null;

  function opened() {
    if (open) return open;
    const { number, length } = endOf(store);
    open = { number, pieces: store.files.writePieces(nameOf(number), length) };
    return open;
  }

  return {
    keep(seq, { bytes, sha256 }) {
      const { number, pieces } = opened();
      store
        .prepare(
          'INSERT INTO message_sources (message_seq, sha256, size, file, place) VALUES (?, ?, ?, ?, ?)',
        )
        .run(seq, sha256 ?? sha256Of(bytes), bytes.byteLength, nameOf(number), pieces.add(bytes));
    },
    finish() {
      if (!open) return;
      store
        .prepare('INSERT OR REPLACE INTO mail_files (number, length) VALUES (?, ?)')
        .run(open.number, open.pieces.finish());
    },
    close: () => open?.pieces.close(),
  };
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

/** Keeps the bytes of one mail, inside the caller's transaction. */
export function keepSource(
  store: ClientStore,
  { seq, ...source }: { seq: number; bytes: Uint8Array; sha256: string | null },
): void {
  const sources = openSources(store);
  try {
    sources.keep(seq, source);
    sources.finish();
  } finally {
    sources.close();
  }
}

interface SourceRow {
  readonly size: number;
  readonly bytes: Buffer | null;
  readonly file: string | null;
  readonly place: number | null;
}

/** The bytes as they came or left; null where the channel has none. @throws LiaisonError `file-unreadable`, `store-damaged` */
export function sourceOf(store: ClientStore, seq: number): Uint8Array | null {
  const row = store
    .prepare('SELECT size, bytes, file, place FROM message_sources WHERE message_seq = ?')
    .get(seq) as SourceRow | undefined;
  if (!row?.file) return row?.bytes ?? null;
  if (row.place === null) return store.files.read(row.file);
  return store.files.readPiece(row.file, { at: row.place, size: row.size });
}
