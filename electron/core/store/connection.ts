import BetterSqlite3 from 'better-sqlite3';
import { LiaisonError } from '../../shared/errors.ts';
import { cipherForNew, cipherOf, unlock } from './cipher.ts';

/** A second process on the same file is an error that we detect elsewhere; this covers a backup's short lock. */
const busyTimeoutMilliseconds = 2_000;

/**
 * Opens a file and gives it its key: pages sealed by the cipher that it was made with. Reads nothing of them yet.
 *
 * @throws LiaisonError `store-damaged` where the file's head tells no cipher, and what the disk says
 */
export function connect(path: string, key: Uint8Array | undefined): BetterSqlite3.Database {
  const cipher = key && (cipherOf(path) ?? guarded(path, () => cipherForNew(path)));
  const connection = guarded(path, () => new BetterSqlite3(path));
  if (key && cipher) unlock(connection, { cipher, key });
  connection.pragma(`busy_timeout=${busyTimeoutMilliseconds}`);
  return connection;
}

/** Runs it without waiting for whoever holds the file just now: what can't be done without stays undone. */
export function withoutWaiting(connection: BetterSqlite3.Database, work: () => void): void {
  connection.pragma('busy_timeout=0');
  try {
    work();
  } finally {
    connection.pragma(`busy_timeout=${busyTimeoutMilliseconds}`);
  }
}

/** Reads every page once, which authenticates it where there is a key. @throws LiaisonError `store-damaged` */
export function checkEveryPage(connection: BetterSqlite3.Database, path: string): void {
  const result = guarded(path, () => connection.pragma('quick_check(1)', { simple: true }));
  if (result !== 'ok') throw new LiaisonError('store-damaged', { detail: { path } });
}

/** Runs it with SQLite's errors as ours. */
export function guarded<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asStoreError(error, path);
  }
}

const codesOfSqlite: Readonly<
  Record<string, 'store-damaged' | 'disk-full' | 'disk-read-only' | 'workspace-in-use'>
> = {
  SQLITE_NOTADB: 'store-damaged',
  SQLITE_CORRUPT: 'store-damaged',
  SQLITE_FULL: 'disk-full',
  SQLITE_READONLY: 'disk-read-only',
  SQLITE_CANTOPEN: 'disk-read-only',
  SQLITE_BUSY: 'workspace-in-use',
};

/** Of files that are written beside the database in the same transaction. */
const codesOfSystem: Readonly<Record<string, 'disk-full' | 'disk-read-only'>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'disk-read-only',
  EACCES: 'disk-read-only',
};

/** SQLite's and the disk's errors as ours; constraint violations and programming errors pass through untouched. */
export function asStoreError(error: unknown, path: string): unknown {
  if (!(error instanceof BetterSqlite3.SqliteError)) return asDiskError(error, path);
  const family = error.code.split('_').slice(0, 2).join('_');
  const code = codesOfSqlite[family];
  if (!code && family !== 'SQLITE_IOERR') return error;
  return new LiaisonError(code ?? 'store-damaged', { detail: { path, sqlite: error.code }, cause: error });
}

function asDiskError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const code = codesOfSystem[String(error.code)];
  return code ? new LiaisonError(code, { detail: { path }, cause: error }) : error;
}
