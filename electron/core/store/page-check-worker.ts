import { parentPort, workerData } from 'node:worker_threads';
import { checkEveryPage, connect } from './connection.ts';
import type { PageCheckData, PageCheckAnswer } from './page-check.ts';

/** Looks at every page of one file on a connection of its own, says what it found, and ends. */
const { path, key } = workerData as PageCheckData;

function look(): PageCheckAnswer {
  const connection = connect(path, key);
  try {
    checkEveryPage(connection, path);
    return 'sound';
  } catch {
    return 'damaged';
  } finally {
    connection.close();
  }
}
parentPort?.postMessage(look());
