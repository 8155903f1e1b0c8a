import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LiaisonError } from '../../../shared/errors.ts';
import { openDatabase, type Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import { workspaceMigrations } from './migrations.ts';
import type { WorkspaceTables } from './tables.ts';

export type WorkspaceStore = Database<WorkspaceTables>;

/** @throws LiaisonError `workspace-damaged`, `workspace-newer`, or what `openDatabase` throws of the disk. */
export function openWorkspaceStore(folder: string): WorkspaceStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const store = openDatabase<WorkspaceTables>({ path: join(folder, 'workspace.db') });
    migrate(store, workspaceMigrations);
    return store;
  } catch (error) {
    if (!(error instanceof LiaisonError)) throw error;
    if (error.code === 'store-damaged') throw asWorkspaceError('workspace-damaged', error);
    if (error.code === 'store-newer') throw asWorkspaceError('workspace-newer', error);
    throw error;
  }
}

const asWorkspaceError = (code: 'workspace-damaged' | 'workspace-newer', cause: LiaisonError) =>
  new LiaisonError(code, { detail: cause.detail, cause });
