import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientId } from '../../../shared/ids.ts';
import { openDatabase, type Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import { createFileFolder, fileFolderOf, type FileFolder } from '../file-folder.ts';
import { createSeal, type Seal } from '../seal.ts';
import { clientMigrations } from './migrations.ts';
import type { ClientTables } from './tables.ts';

/** Everything of one client: the only door to its rows, files and sealed secrets. */
export interface ClientStore extends Omit<Database<ClientTables>, 'snapshot'> {
  readonly clientId: ClientId;
  /** Seals channel credentials; bound to this client. */
  readonly seal: Seal;
  /** The encrypted attachment folder. */
  readonly files: FileFolder;
  /** As of a database; files that come or go are not held. */
  snapshot(): ClientStore;
}

export interface OpenClientStore {
  readonly clientId: ClientId;
  /** `clients/<client-id>` below the workspace. */
  readonly folder: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** @throws LiaisonError of `openDatabase` and `migrate`; the file is left as it is. */
export function openClientStore({ clientId, folder, key }: OpenClientStore): ClientStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'client.db');
  const database = openDatabase<ClientTables>({ path, key });
  try {
    migrate(database, clientMigrations);
  } catch (error) {
    database.close();
    throw error;
  }
  const seal = createSeal(key, clientId);
  return storeOn(database, { clientId, seal, files: createFileFolder(fileFolderOf(path), seal) });
}

const storeOn = (
  database: Database<ClientTables>,
  parts: Pick<ClientStore, 'clientId' | 'seal' | 'files'>,
): ClientStore => ({ ...database, ...parts, snapshot: () => storeOn(database.snapshot(), parts) });
