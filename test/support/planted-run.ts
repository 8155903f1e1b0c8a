import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createCore } from '../../electron/core/core.ts';
import { callerFactory } from '../../electron/core/rpc/trpc.ts';
import { createLog } from '../../electron/hosts/log.ts';
import { createHostPorts } from '../../electron/hosts/ports.ts';
import { appRouter } from '../../electron/core/rpc/router.ts';
import { aClient } from './a-client.ts';
import { waitFor } from './wait-for.ts';

/**
 * Run as a child: a whole day of one workspace with a real host's ports and log, in which everything secret is one of
 * the planted words. `<data> <passphrase file>` and the words as JSON on standard input.
 */
export interface Planted {
  readonly password: string;
  readonly address: string;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  readonly note: string;
}

const [data = '', passphraseFile = ''] = process.argv.slice(2);
const planted = JSON.parse(Buffer.concat(await process.stdin.toArray()).toString()) as Planted;

const log = createLog({ folder: join(data, 'logs'), stderr: true, level: 'debug' });
const printPdf = async () => JSON.parse(planted.body) as never;
const core = await createCore(await createHostPorts({ data, log, printPdf, passphraseFile }), {
  version: '0.0.0',
});
core.start();
core.services.workspace.begin({ name: 'Ada', language: 'en' });
const call = callerFactory(appRouter)(core.connect());

/** A mail server that refuses the login and repeats what it was told, as some do. */
const server = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.write('* OK IMAP4rev1 ready\r\n');
  socket.on('data', (chunk) => {
    const [tag] = chunk.toString().split(' ');
    const refused = `${tag} NO [AUTHENTICATIONFAILED] LOGIN ${planted.address} ${planted.password} refused\r\n`;
    const known = /CAPABILITY/i.test(chunk.toString());
    socket.write(known ? `* CAPABILITY IMAP4rev1\r\n${tag} OK done\r\n` : refused);
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const port = (server.address() as { port: number }).port;
const plain = { host: '127.0.0.1', port, tls: 'none' } as const;

const client = await call.clients.add(aClient());
const inClient = { clientId: client.id };
const channel = {
  name: 'Mailbox',
  identities: [{ name: planted.name, address: planted.address }],
  secret: planted.password,
  settings: {
    kind: 'mail' as const,
    mail: {
      user: planted.address,
      authentication: 'password' as const,
      imap: plain,
      smtp: plain,
      trustedCertificate: null,
    },
  },
};
await call.channels.test(channel);
await call.channels.add({ ...inClient, channel });

const mail = join(data, '..', 'mail');
mkdirSync(mail, { recursive: true });
const headers = [
  `From: ${planted.name} <${planted.address}>`,
  'To: help@northwind.example',
  `Subject: ${planted.subject}`,
];
writeFileSync(
  join(mail, 'one.eml'),
  `${headers.join('\r\n')}\r\nMessage-ID: <one@example.com>\r\nDate: Wed, 4 Mar 2026 10:00:00 +0000\r\n\r\n${planted.body}\r\n`,
);
const store = core.services.stores.of(client.id);
const signal = new AbortController().signal;
await core.services.importer.run(store, { kind: 'eml', path: mail }, { signal, onProgress: () => undefined });
const { rows } = await call.conversations.queue({ clientId: client.id, view: 'all' });
const [conversation] = rows;
if (!conversation) throw new Error('nothing was imported');
const { id: conversationId } = conversation;
await call.conversations.note({ ...inClient, conversationId, text: planted.note });
const found = await call.conversations.search({ clientId: client.id, text: planted.body });
log.info({ found, conversation }, 'looked');

// calls that fail, with secrets in what they were given
await call.channels.guess({ address: planted.password }).catch((err: unknown) => log.warn({ err }));
await call.channels.test({ ...channel, name: '' }).catch((err: unknown) => log.warn({ err }));
await call.channels
  .add({ ...inClient, channel: { ...channel, identities: [] } })
  .catch((err: unknown) => log.warn({ err }));
await printPdf().catch((err: unknown) => log.error({ err, input: channel }, 'print'));

const lane = async () =>
  (await call.channels.list(inClient)).find(({ name }) => name === channel.name)?.state.kind;
await waitFor(async () => (await lane()) === 'stopped', 'the lane to meet the refusing server');
await core.close();
server.close();
process.stdout.write('done\n', () => process.exit(0));
