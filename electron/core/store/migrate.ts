import { existsSync } from 'node:fs';
import { LiaisonError } from '../../shared/errors.ts';
import type { Database } from './database.ts';

/** One forward step. `sql` may hold many statements; all of a migration happens or nothing. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/**
 * Brings a file to the newest version. Before the first change of a file that has been used, a backup is written
 * beside it (`<file>.before-<version>`).
 *
 * @throws LiaisonError `store-newer` when the file was written by a later Liaison.
 */
export function migrate<Tables>(database: Database<Tables>, migrations: readonly Migration[]): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version > migrations.length) {
    throw new LiaisonError('store-newer', {
      detail: { path: database.path, version, known: migrations.length },
    });
  }
  if (version === migrations.length) return;
  if (version > 0) backUpOnce(database, version);
  migrations.slice(version).forEach((migration, index) => {
    database.transaction(() => {
      database.script(migration.sql);
      database.script(`PRAGMA user_version = ${version + index + 1}`);
    });
  });
}

function backUpOnce<Tables>(database: Database<Tables>, version: number): void {
  const path = `${database.path}.before-${version + 1}`;
  if (!existsSync(path)) database.backup(path);
}
