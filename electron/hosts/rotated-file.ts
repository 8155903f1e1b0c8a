import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Weeks of ordinary days, and still small enough to send by mail. */
const maximumBytes = 2 * 1024 * 1024;
/** The file itself and two before it. */
const keptBefore = 2;

/**
 * A text file that is put aside as `.1`, then `.2`, when it is full. Lines are appended at once, so that the last words
 * before a crash are there; a log that can't be written stops nothing.
 */
export function openRotatedFile(path: string, limit = maximumBytes): (line: string) => void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  let size = sizeOf(path);
  return (line) => {
    const bytes = Buffer.byteLength(line);
    try {
      if (size > 0 && size + bytes > limit) {
        rotate(path);
        size = 0;
      }
      appendFileSync(path, line, { mode: 0o600 });
      size += bytes;
    } catch {
      // a full or vanished disk is told where it matters: by the store
    }
  };
}

function rotate(path: string): void {
  rmSync(`${path}.${keptBefore}`, { force: true });
  for (let age = keptBefore; age > 0; age -= 1) {
    const from = age === 1 ? path : `${path}.${age - 1}`;
    if (sizeOf(from) > 0) renameSync(from, `${path}.${age}`);
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
