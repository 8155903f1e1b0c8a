import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { createCore, type Core } from '../../../electron/core/core.ts';
import { callerFactory } from '../../../electron/core/rpc/trpc.ts';
import { appRouter } from '../../../electron/core/rpc/router.ts';
import { createHostPorts } from '../../../electron/hosts/ports.ts';
import type { Client } from '../../../electron/shared/clients.ts';

/** Of the vault that the bench's own files make; it guards made-up mail. */
export function passphraseFileIn(folder: string): string {
  const path = join(folder, 'passphrase');
  if (!existsSync(path)) writeFileSync(path, 'only made-up mail stands here\n', { mode: 0o600 });
  return path;
}

/** The whole core on `<folder>/data`, with a real vault and encrypted stores; channels do not start. */
export async function openBenchCore(folder: string): Promise<Core> {
  const ports = await createHostPorts({
    data: join(folder, 'data'),
    log: pino({ level: 'silent' }),
    printPdf: () => Promise.resolve(new Uint8Array()),
    passphraseFile: passphraseFileIn(folder),
  });
  return createCore(ports, { version: '0.0.0-bench' });
}

const createCaller = callerFactory(appRouter);

/** The router as the page calls it, by the operator who sat here last; the first is made where there is none. */
export function callerOf(core: Core): ReturnType<typeof createCaller> {
  const { workspace } = core.services;
  if (workspace.currentOperator() === null) workspace.begin({ name: 'Robin Vale', language: 'en' });
  return createCaller(core.connect());
}

const looks = [
  { colour: 'indigo', pattern: 'solid' },
  { colour: 'teal', pattern: 'stripes' },
  { colour: 'orange', pattern: 'dots' },
] as const;
const officeHours = [{ from: '09:00', to: '17:00' }];

/** The nth client of a bench. */
export function addBenchClient(core: Core, n: number): Promise<Client> {
  const name = ['Northwind', 'Solstice', 'Tideline'][n] ?? `Client ${n}`;
  return callerOf(core).clients.add({
    name,
    mark: name.slice(0, 2).toUpperCase(),
    ...(looks[n % looks.length] ?? looks[0]),
    languages: ['en'],
    timeZone: 'Europe/London',
    workingHours: [officeHours, officeHours, officeHours, officeHours, officeHours, [], []],
  });
}
