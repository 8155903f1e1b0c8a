import type BetterSqlite3 from 'better-sqlite3';
import { setTimeout as pass } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { inSlices } from '../slices.ts';
import { lostOriginals, type LostFiles } from './client/source-check.ts';
import { checkEveryPage, connect } from './connection.ts';
import { createFileFolder, fileFolderOf } from './file-folder.ts';
import type { PageCheckData, PageCheckAnswer } from './page-check.ts';
import { createSeal } from './seal.ts';

/** Looks at every page of one file on a connection of its own and at the mail beside it, says what it found, and ends. */
const { clientId, path, key, isChecked } = workerData as PageCheckData;

/** The disk and the processor are others' for three quarters of the time. */
const rest = (worked: number): Promise<void> => pass(worked * 3);

function arePagesSound(connection: BetterSqlite3.Database): boolean {
  try {
    checkEveryPage(connection, path);
    return true;
  } catch {
    return false;
  }
}

function lookAtMail(rows: BetterSqlite3.Database): Promise<LostFiles | null> {
  const seal = createSeal(key, clientId);
  const files = createFileFolder(fileFolderOf(path), seal);
  const steps = lostOriginals({ rows, files, overhead: seal.overhead }, { begin: Math.random() });
  return inSlices(steps, rest);
}

async function look(): Promise<PageCheckAnswer> {
  const connection = connect(path, key);
  try {
    if (!isChecked && !arePagesSound(connection)) return 'pages';
    return (await lookAtMail(connection)) ?? 'none';
  } finally {
    connection.close();
  }
}
parentPort?.postMessage(await look());
