import { join } from 'node:path';
import pino from 'pino';
import type { Ports, PrintPdf } from '../../electron/core/ports.ts';

const root = join(import.meta.dirname, '../..');
const inCore = (path: string) => new URL(`../../electron/core/${path}`, import.meta.url);

/** The core's own workers, as they are written. */
export const testWorkers = {
  parseMail: inCore('connectors/mail/parse-worker.ts'),
  renderTemplate: inCore('features/templates/render-worker.ts'),
  checkPages: inCore('store/page-check-worker.ts'),
  spell: inCore('features/voice/spell-worker.ts'),
  readFile: inCore('features/attachments/read-worker.ts'),
};

/** What a host lends the core, with everything real but the clock, the safe and the printer. */
export const testPorts = (
  lent: Pick<Ports, 'clock' | 'secrets'> & { data: string; printPdf?: PrintPdf },
): Ports => ({
  clock: lent.clock,
  secrets: lent.secrets,
  paths: { data: lent.data, locales: join(root, 'locales'), resources: join(root, 'resources') },
  workers: testWorkers,
  log: pino({ level: 'silent' }),
  printPdf: lent.printPdf ?? (() => Promise.resolve(new Uint8Array())),
});
