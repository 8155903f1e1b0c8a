import BetterSqlite3 from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LiaisonError } from '../../../shared/errors.ts';

/**
 * Holds a workspace for this process alone. The lock is SQLite's own on a file kept for nothing else, so that the
 * operating system frees it when the process ends in whatever way.
 *
 * @throws LiaisonError `workspace-in-use`
 * @returns the function that lets go
 */
export function lockWorkspace(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new BetterSqlite3(join(folder, 'workspace.lock'), { timeout: 0 });
  try {
    lock.pragma('journal_mode=DELETE');
    lock.pragma('locking_mode=EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new LiaisonError('workspace-in-use', { detail: { folder }, cause });
  }
  return () => lock.close();
}
