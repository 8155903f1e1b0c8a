import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { LiaisonError } from '../../shared/errors.ts';
import type { Seal } from './seal.ts';

/** Encrypted files of one client. Names are ids of ours: nothing of a customer stands in them. */
export interface FileFolder {
  /** Durable when it returns. */
  write(name: string, bytes: Uint8Array): void;
  read(name: string): Buffer;
  remove(name: string): void;
}

export function createFileFolder(folder: string, seal: Seal): FileFolder {
  return {
    write(name, bytes) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, name);
      const file = openSync(`${path}.part`, 'w', 0o600);
      try {
        writeSync(file, seal.close(bytes, `file:${name}`));
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(`${path}.part`, path);
    },
    read(name) {
      return seal.open(sealedBytes(join(folder, name)), `file:${name}`);
    },
    remove(name) {
      rmSync(join(folder, name), { force: true });
    },
  };
}

function sealedBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new LiaisonError('file-unreadable', { detail: { path }, cause });
  }
}
