import { createCore, type Core } from '../../electron/core/core.ts';
import { callerFactory } from '../../electron/core/rpc/trpc.ts';
import { appRouter } from '../../electron/core/rpc/router.ts';
import type { BulkAction } from '../../electron/shared/actions.ts';
import type { ClientId, ConversationId } from '../../electron/shared/ids.ts';
import { SendReply } from '../../electron/shared/outbox.ts';
import { aClient } from '../support/a-client.ts';
import { createMemorySafes } from '../support/memory-safe.ts';
import { testPorts } from '../support/test-ports.ts';
import { waitFor } from '../support/wait-for.ts';
import type { KilledTask } from './killed-task.ts';
import { settledStore } from './settled-store.ts';

/** The whole core on real files, doing one thing until it is killed; what it has acknowledged stands on its output. */
const task = JSON.parse(process.argv[2] ?? '{}') as KilledTask;
/** Of the client: long enough to take a reply back, for those who do. */
const undoSeconds = task.kind === 'undo' ? 1 : 0;
const repliesOfALife = 12;
/** Nothing that is unfinished takes longer than the pause after a failed attempt. */
const longestSettling = 90_000;

const say = (mark: string, what: unknown = null) =>
  void process.stdout.write(`${mark} ${JSON.stringify(what)}\n`);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const safes = createMemorySafes();
for (const [name, value] of task.secrets) safes.keychain.secrets.set(name, value);
const core = await createCore(
  testPorts({ data: task.data, clock: { now: () => Date.now() }, secrets: safes }),
  { version: '0.0.0-proof' },
);
const call = callerFactory(appRouter)(core.connect());
const { outbox, stores, channels, actions } = core.services;

async function prepare(): Promise<void> {
  core.services.workspace.begin({ name: 'Ada', language: 'en' });
  const first = callerFactory(appRouter)(core.connect());
  const { id: clientId } = await first.clients.add(aClient());
  await first.outbox.setSendingRules({ clientId, rules: { undoSeconds, quote: 'none' } });
  const { user, secret, imapPort, smtpPort } = task.mail;
  const at = (port: number) => ({ host: '127.0.0.1', port, tls: 'none' as const });
  channels.add(stores.of(clientId), {
    name: 'Mail',
    identities: [{ name: 'Northwind Help', address: `${user}@northwind.example` }],
    settings: {
      kind: 'mail',
      mail: {
        ...{ user, authentication: 'password', trustedCertificate: null },
        ...{ imap: at(imapPort), smtp: at(smtpPort) },
      },
    },
    secret,
  });
  await settle(clientId);
  say('secrets', [...safes.keychain.secrets]);
}

/** Waits until the mailbox is seen whole, nothing is on its way and no bulk action runs. */
async function settle(clientId: ClientId): Promise<void> {
  const store = stores.of(clientId);
  core.start();
  const isOver = (row: { state: string; looks: number; filing: string }) => {
    if (row.state === 'unknown') return row.looks > 0;
    return row.state === 'sent'
      ? row.filing !== 'waiting'
      : row.state !== 'queued' && row.state !== 'sending';
  };
  const rows = () =>
    store.all(
      store.sql.selectFrom('outbox').select(['state', 'looks', 'filing']).where('state', '<>', 'cancelled'),
    );
  const received = () =>
    store.all(store.sql.selectFrom('messages').select('id').where('kind', '=', 'inbound')).length;
  await waitFor(
    () => received() >= task.onServer && rows().every(isOver),
    () => `everything to settle: ${received()} of ${task.onServer} came, ${JSON.stringify(rows())}`,
    longestSettling,
  );
  await actions.batches.settled();
}

/** Conversations in which no reply of this or another life stands: the nth life has its own. */
function conversationsOf(clientId: ClientId): readonly ConversationId[] {
  const store = stores.of(clientId);
  return store
    .all(
      store.sql
        .selectFrom('conversations')
        .select('id')
        .where('id', 'not in', store.sql.selectFrom('outbox').select('conversation_id'))
        .orderBy('id'),
    )
    .map(({ id }) => id);
}

async function sendOne(clientId: ClientId, conversationId: ConversationId, text: string) {
  const composer = await call.outbox.compose({ clientId, conversationId });
  const { channelId, identity, recipients, subject, revision, binding } = composer;
  const parts = { clientId, conversationId, channelId, identity, recipients, subject, revision, binding };
  const item = await call.outbox.send(SendReply.parse({ ...parts, text, templateId: null, checked: [] }));
  say('queued', text);
  return item;
}

async function sendMany(clientId: ClientId): Promise<void> {
  const free = conversationsOf(clientId).values();
  for (let n = 0; n < repliesOfALife; n += 1) {
    const { value } = free.next();
    if (!value) throw new Error('too few conversations');
    await sendOne(clientId, value, `reply ${task.round}.${n}`);
    await pause(Math.random() * 120);
  }
}

/** Every second one is taken back within its second; whether that came in time, the core says. */
async function sendAndTakeBack(clientId: ClientId): Promise<void> {
  const free = conversationsOf(clientId).values();
  for (let n = 0; n < repliesOfALife / 2; n += 1) {
    const { value } = free.next();
    if (!value) throw new Error('too few conversations');
    const text = `reply ${task.round}.${n}`;
    const item = await sendOne(clientId, value, text);
    if (n % 2 === 1) continue;
    void pause(Math.random() * 1_100)
      .then(() => call.outbox.cancel({ clientId, outboxId: item.id }))
      .then(
        () => say('taken-back', text),
        (error: unknown) => say('too-late', String(error)),
      );
    await pause(Math.random() * 250);
  }
}

/** Every second bulk action is taken back as soon as it is done. */
async function workInBulk(clientId: ClientId): Promise<void> {
  const store = stores.of(clientId);
  const ids = store.all(store.sql.selectFrom('conversations').select('id').orderBy('id')).map(({ id }) => id);
  const done: BulkAction[] = [
    { kind: 'tag', tag: `bulk-${task.round}` },
    { kind: 'note', text: `note ${task.round}` },
  ];
  const choice = { kind: 'some' as const, ids };
  const { id: batchId } = await call.batches.begin({ clientId, choice, actions: done });
  say('begun', task.round);
  await actions.batches.settled();
  if (task.round % 2 === 1) return;
  await call.batches.undo({ clientId, batchId });
  say('taken-back', task.round);
  await actions.batches.settled();
}

const works = {
  sync: () => Promise.resolve(),
  send: sendMany,
  undo: sendAndTakeBack,
  bulk: workInBulk,
} satisfies Record<KilledTask['kind'], (clientId: ClientId) => Promise<void>>;

async function live(running: Core): Promise<void> {
  if (task.act === 'prepare') return prepare();
  const [client] = await call.clients.list();
  if (!client) throw new Error('the client is gone');
  if (task.act === 'settle') {
    await settle(client.id);
    say('settled', settledStore(running.services.stores.of(client.id), outbox));
    return;
  }
  say('alive');
  running.start();
  await works[task.kind](client.id);
  // It goes on with whatever there is until it is killed.
  await pause(60_000);
}

await live(core);
await core.close();
