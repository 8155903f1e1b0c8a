import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { asLiaisonError, LiaisonError } from '../../../shared/errors.ts';

/** A message larger than a mail server takes is no message. */
const largestFile = 256 * 1024 * 1024;

/** The bytes of a file, in memory of their own, so that a thread can hand them over. @throws LiaisonError `file-unreadable`, `file-too-large` */
export function readMessageFile(path: string): Uint8Array<ArrayBuffer> {
  try {
    return read(path);
  } catch (cause) {
    const error = asLiaisonError(cause);
    throw error.code === 'internal'
      ? new LiaisonError('file-unreadable', { detail: { path }, cause })
      : error;
  }
}

function read(path: string): Uint8Array<ArrayBuffer> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > largestFile) throw new LiaisonError('file-too-large', { detail: { path } });
    const bytes = new Uint8Array(size);
    let filled = 0;
    while (filled < size) {
      const count = readSync(file, bytes, filled, size - filled, null);
      if (count === 0) break;
      filled += count;
    }
    return filled === size ? bytes : bytes.slice(0, filled);
  } finally {
    closeSync(file);
  }
}
