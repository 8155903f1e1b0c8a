import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorkerEntries } from '../core/ports.ts';
import { applicationRoot, isBuilt } from './application-root.ts';

const entry = (built: string, source: string): URL =>
  pathToFileURL(join(applicationRoot, ...(isBuilt ? ['out/main', built] : ['electron/core', source])));

/** The worker threads' entry files, in the bundle or in the source tree, wherever this runs. */
export const workerEntries: WorkerEntries = {
  parseMail: entry('parse-worker.js', 'connectors/mail/parse-worker.ts'),
  renderTemplate: entry('render-worker.js', 'features/templates/render-worker.ts'),
  checkPages: entry('page-check-worker.js', 'store/page-check-worker.ts'),
  spell: entry('spell-worker.js', 'features/voice/spell-worker.ts'),
  readFile: entry('read-worker.js', 'features/attachments/read-worker.ts'),
};
