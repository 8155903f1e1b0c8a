import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { ClientId, type ConversationId } from '../../electron/shared/ids.ts';
import { aMessage } from './a-message.ts';
import { openOutboxDesk } from './outbox-desk.ts';

/**
 * A program that sends replies and is killed while it does. It opens the store (or finds it as the last run left it),
 * says `ready`, queues its replies, naming each once it is acknowledged, and ends by itself when nothing is left to do.
 */
export interface KilledOutboxTask {
  readonly data: string;
  readonly clientId: string;
  /** Hex. */
  readonly key: string;
  readonly smtpPort: number;
  /** Message-IDs that the server has put into its Sent mailbox by itself, one a line. */
  readonly savedByServer: string;
  /** Message-IDs of the copies that this program filed, one a line. */
  readonly filed: string;
  readonly replies: readonly string[];
}

export interface SettledItem {
  readonly text: string;
  readonly state: string;
  readonly filing: string;
  readonly messageId: string;
  /** Rows and facts that the reply has left in the conversation. */
  readonly messages: number;
  readonly events: number;
}

const task = JSON.parse(process.argv[2] ?? '{}') as KilledOutboxTask;
const say = (line: string) => process.stdout.write(`${line}\n`);
const linesOf = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []);

const desk = openOutboxDesk({
  data: task.data,
  clientId: ClientId.parse(task.clientId),
  key: Buffer.from(task.key, 'hex'),
  clock: { now: () => Date.now() },
  smtpPort: task.smtpPort,
  findSent: (_account, id) => Promise.resolve(linesOf(task.savedByServer).includes(id)),
  fileCopy(_account, outgoing) {
    const id = outgoing.internetMessageId;
    if (linesOf(task.savedByServer).includes(id) || linesOf(task.filed).includes(id))
      return Promise.resolve('found');
    appendFileSync(task.filed, `${id}\n`);
    return Promise.resolve('filed');
  },
});
const { store, outbox, operatorId } = desk;

const rowsOf = () => store.all(store.sql.selectFrom('outbox').selectAll().orderBy('seq'));
const isOver = (row: ReturnType<typeof rowsOf>[number]) =>
  row.state === 'unknown' ? row.looks >= 4 : row.state === 'sent' && row.filing !== 'waiting';

function conversation(): ConversationId {
  const known = store.first(store.sql.selectFrom('conversations').select('id'));
  return known?.id ?? desk.receive(aMessage({ internetMessageId: 'asked@customer.example' }));
}

function settledItem(row: ReturnType<typeof rowsOf>[number]): SettledItem {
  const id = row.internet_message_id;
  const kept = store.all(store.sql.selectFrom('messages').select('id').where('internet_message_id', '=', id));
  const events = store
    .all(store.sql.selectFrom('events').select('data').where('type', '=', 'message-sent'))
    .filter((event) => kept.some((message) => event.data.includes(message.id)));
  const { text, state, filing } = row;
  return { text, state, filing, messageId: id, messages: kept.length, events: events.length };
}

const conversationId = conversation();
for (const row of rowsOf()) if (row.state === 'sending') say(`found ${row.internet_message_id} ${row.phase}`);
desk.startLane();
say('ready');
for (const text of task.replies) {
  await outbox.send(store, operatorId, desk.reply(conversationId, { text }));
  say(`queued ${text}`);
}
while (!rowsOf().every(isOver)) await new Promise((resolve) => setTimeout(resolve, 10));
say(`settled ${JSON.stringify(rowsOf().map(settledItem))}`);
await desk.close();
