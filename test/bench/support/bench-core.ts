import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { createCore, type Core } from '../../../electron/core/core.ts';
import type { Ports } from '../../../electron/core/ports.ts';
import { callerFactory } from '../../../electron/core/rpc/trpc.ts';
import { appRouter } from '../../../electron/core/rpc/router.ts';
import { createHostPorts } from '../../../electron/hosts/ports.ts';
import type { ClientStore } from '../../../electron/core/store/client/client-store.ts';
import type { Client } from '../../../electron/shared/clients.ts';
import type { ChannelId, OperatorId } from '../../../electron/shared/ids.ts';
import type { Desk } from './made-mail.ts';

/** Of the vault that the bench's own files make; it guards made-up mail. */
export function passphraseFileIn(folder: string): string {
  const path = join(folder, 'passphrase');
  if (!existsSync(path)) writeFileSync(path, 'only made-up mail stands here\n', { mode: 0o600 });
  return path;
}

/** What a host lends the core, on `<folder>/data`. */
export const benchPorts = (folder: string): Promise<Ports> =>
  createHostPorts({
    data: join(folder, 'data'),
    log: pino({ level: 'silent' }),
    printPdf: () => Promise.resolve(new Uint8Array()),
    passphraseFile: passphraseFileIn(folder),
  });

/** The whole core on `<folder>/data`, with a real vault and encrypted stores; channels do not start. */
export const openBenchCore = async (folder: string): Promise<Core> =>
  createCore(await benchPorts(folder), { version: '0.0.0-bench' });

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
  const name = ['Northwind', 'Solstice', 'Tideline', 'Umbra', 'Verdant'][n] ?? `Client ${n}`;
  return callerOf(core).clients.add({
    name,
    mark: name.slice(0, 2).toUpperCase(),
    ...(looks[n % looks.length] ?? looks[0]),
    languages: ['en'],
    timeZone: 'Europe/London',
    workingHours: [officeHours, officeHours, officeHours, officeHours, officeHours, [], []],
  });
}

/** A mailbox whose server is not there: the workspace is complete, and nothing else runs while it is measured. */
export function addMailbox(core: Core, store: ClientStore, { person }: Desk): ChannelId {
  const server = { host: '127.0.0.1', port: 9, tls: 'none' as const };
  const mail = {
    user: person.address,
    authentication: 'password' as const,
    imap: server,
    smtp: server,
    trustedCertificate: null,
  };
  const channel = { name: person.name, identities: [person], settings: { kind: 'mail' as const, mail } };
  return core.services.channels.add(store, { ...channel, secret: 'made-up' }).id;
}

/** Who answers for a client, and from where. */
export function deskOf({ name }: Pick<Client, 'name'>): Desk {
  const host = `${name.toLowerCase()}.example`;
  return { person: { name, address: `help@${host}` }, host };
}

/** Who sat down last. */
export const callerOperator = (core: Core): OperatorId => {
  const operator = core.services.workspace.currentOperator();
  if (operator === null) throw new Error('nobody sat down');
  return operator;
};
