import {
  closeSync,
  fdatasyncSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { LiaisonError } from '../../shared/errors.ts';
import type { Seal } from './seal.ts';
import { syncFolder } from './sync-folder.ts';

/** Encrypted files of one client. Names are ids or numbers of ours: nothing of a customer stands in them. */
export interface FileFolder {
  /** Durable when it returns. */
  write(name: string, bytes: Uint8Array): void;
  /** @throws LiaisonError `file-unreadable` where it was damaged or taken away */
  read(name: string): Buffer;
  remove(name: string): void;
  /** Bytes of the file as it is; 0 where there is none. */
  sizeOf(name: string): number;
  /** Begins to write pieces into a file, one after the other from a place on; what stood there goes. */
  writePieces(name: string, from: number): PieceWriter;
  /** One piece: where it begins, and how many bytes it had before it was sealed. Throws like `read`. */
  readPiece(name: string, piece: { at: number; size: number }): Buffer;
  /** Whether `readPiece`, or `read` where there is no `at`, would give it; holds no more than a part of it in memory. */
  isWhole(name: string, piece: { at: number | null; size: number }): boolean;
}

/** Opens no file before the first piece. Whoever began must close it, whatever happens. */
export interface PieceWriter {
  /** Gives where the piece begins. */
  add(bytes: Uint8Array): number;
  /** All pieces are durable when it returns; gives where the last one ends. */
  finish(): number;
  close(): void;
}

/** Stands beside the client's database. */
export const fileFolderOf = (databasePath: string): string => join(dirname(databasePath), 'attachments');

export function createFileFolder(folder: string, seal: Seal): FileFolder {
  const pathOf = (name: string) => join(folder, name);
  function makeFolder(): void {
    const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (made !== undefined) syncFolder(dirname(folder));
  }

  return {
    write(name, bytes) {
      makeFolder();
      const file = openSync(`${pathOf(name)}.part`, 'w', 0o600);
      try {
        writeAll(file, seal.close(bytes, `file:${name}`), 0);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(`${pathOf(name)}.part`, pathOf(name));
      syncFolder(folder);
    },
    read(name) {
      const path = pathOf(name);
      return readable(path, () => seal.open(readFileSync(path), `file:${name}`));
    },
    remove(name) {
      rmSync(pathOf(name), { force: true });
    },
    sizeOf: (name) => statSync(pathOf(name), { throwIfNoEntry: false })?.size ?? 0,
    writePieces(name, from) {
      let file: number | null = null;
      let end = from;
      const gathered = gatherWrites((bytes, at) => writeAll((file ??= opened()), bytes, at));
      function opened(): number {
        makeFolder();
        return openSync(pathOf(name), from === 0 ? 'w' : 'r+', 0o600);
      }
      return {
        add(bytes) {
          const at = end;
          for (const part of seal.closeInParts(bytes, bindingOf(name, at))) {
            gathered.add(part, end);
            end += part.byteLength;
          }
          return at;
        },
        finish() {
          gathered.flush();
          if (file === null) return end;
          fdatasyncSync(file);
          if (from === 0) syncFolder(folder);
          return end;
        },
        close() {
          if (file !== null) closeSync(file);
        },
      };
    },
    readPiece(name, { at, size }) {
      const path = pathOf(name);
      const length = size + seal.overhead;
      return readable(path, () => seal.open(sealedPiece(path, { at, length }), bindingOf(name, at)));
    },
    isWhole(name, { at, size }) {
      const file = openIfThere(pathOf(name));
      if (file === null) return false;
      const read = (from: number, length: number) => readAt(file, { at: (at ?? 0) + from, length });
      try {
        const binding = at === null ? `file:${name}` : bindingOf(name, at);
        return seal.isWhole({ length: size + seal.overhead, read }, binding);
      } finally {
        closeSync(file);
      }
    },
  };
}

/** A disk that becomes full takes the first part and says so at the second. */
function writeAll(file: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.byteLength;)
    done += writeSync(file, bytes, done, bytes.byteLength - done, at + done);
}

/** A dozen usual mails: to write each by itself takes the system longer than to seal it. */
const writtenAtOnce = 256 * 1024;

/** Lets `write` have bytes that stand one behind the other in fewer, larger stretches. */
function gatherWrites(write: (bytes: Uint8Array, at: number) => void) {
  let room: Uint8Array | null = null;
  let [start, held] = [0, 0];
  function flush(): void {
    if (room && held > 0) write(room.subarray(0, held), start);
    held = 0;
  }
  return {
    flush,
    add(bytes: Uint8Array, at: number): void {
      if (held + bytes.byteLength > writtenAtOnce) flush();
      if (bytes.byteLength > writtenAtOnce) return write(bytes, at);
      room ??= new Uint8Array(writtenAtOnce);
      if (held === 0) start = at;
      room.set(bytes, held);
      held += bytes.byteLength;
    },
  };
}

/** A piece opens in its own place only. */
const bindingOf = (name: string, at: number): string => `file:${name}:${at}`;

/** A file that was damaged is as good as gone; those beside it are whole. */
function readable(path: string, read: () => Buffer): Buffer {
  try {
    return read();
  } catch (cause) {
    throw new LiaisonError('file-unreadable', { detail: { path }, cause });
  }
}

function sealedPiece(path: string, place: { at: number; length: number }): Buffer {
  const file = openSync(path, 'r');
  try {
    return readAt(file, place);
  } finally {
    closeSync(file);
  }
}

/** Shorter where the file ends before: then it does not open. */
function readAt(file: number, { at, length }: { at: number; length: number }): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, at));
}

/** Null where it was taken away, or nobody may read it. */
function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch {
    return null;
  }
}
