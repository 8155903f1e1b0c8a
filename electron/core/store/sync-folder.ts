import { closeSync, fsyncSync, openSync } from 'node:fs';

/** A new file's name is durable only when its folder is; Windows has no such step. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
