import { createHash } from 'node:crypto';
import type { ClientStore } from '../../electron/core/store/client/client-store.ts';
import type { ChannelId, ClientId, ConversationId, MessageId } from '../../electron/shared/ids.ts';
import type { ReceivedMessage } from '../../electron/shared/received.ts';
import { aClient } from './a-client.ts';
import { aBatch } from './conversations-desk.ts';
import { startCore, type TestCore } from './start-core.ts';

export interface CorrectionsDesk extends TestCore {
  readonly clientId: ClientId;
  readonly store: ClientStore;
  readonly channelId: ChannelId;
  /** Takes mail in; gives the conversations that changed. */
  receive(...messages: readonly ReceivedMessage[]): readonly ConversationId[];
  /** The conversation in which a mail stands. */
  whereIs(message: ReceivedMessage): ConversationId;
  idOf(message: ReceivedMessage): MessageId;
}

/** A whole core with one client and one mailbox of two addresses, `help@` and `orders@northwind.example`. */
export async function openCorrectionsDesk(): Promise<CorrectionsDesk> {
  const started = await startCore();
  const { id: clientId } = await started.call.clients.add(aClient());
  const { stores, channels, conversations } = started.core.services;
  const store = stores.of(clientId);
  const server = { host: '127.0.0.1', port: 1, tls: 'none' as const };
  const mail = { user: 'help', authentication: 'password' as const, imap: server, smtp: server };
  const { id: channelId } = channels.add(store, {
    name: 'Mail',
    identities: [
      { name: 'Northwind', address: 'help@northwind.example' },
      { name: 'Northwind Orders', address: 'orders@northwind.example' },
    ],
    settings: { kind: 'mail', mail: { ...mail, trustedCertificate: null } },
    secret: 'secret',
  });
  const rowOf = (message: ReceivedMessage) => {
    const row = store.first(
      store.sql
        .selectFrom('messages')
        .select(['id', 'conversation_id'])
        .where('internet_message_id', '=', message.internetMessageId),
    );
    if (!row) throw new Error(`${message.internetMessageId} is not there`);
    return row;
  };
  return {
    ...started,
    clientId,
    store,
    channelId,
    receive: (...messages) => conversations.ingest(store, channelId, aBatch(messages)).conversationIds,
    whereIs: (message) => rowOf(message).conversation_id,
    idOf: (message) => rowOf(message).id,
  };
}

/** The trail that corrections leave, and what is worked out from the rest by itself. */
const apart = [
  'corrections',
  'correction_parts',
  'merged_conversations',
  'dues',
  'stale_dues',
  'dues_basis',
  'rule_settings',
  'rule_runs',
];

/** One figure for every row of every table of a client, its search index included; the trail of corrections apart. */
export function hashOfClient(store: ClientStore): string {
  const hash = createHash('sha256');
  const tables = store
    .prepare(
      `SELECT name FROM pragma_table_list() WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
         AND name NOT IN (SELECT value FROM json_each(?)) ORDER BY name`,
    )
    .all(JSON.stringify(apart)) as { name: string }[];
  for (const { name } of tables) {
    const where = name === 'events' ? "WHERE type NOT IN ('corrected', 'correction-undone')" : '';
    const rows = store.prepare(`SELECT * FROM ${name} ${where}`).raw().all() as unknown[][];
    const texts = rows.map((row) => JSON.stringify(row)).toSorted();
    hash.update(`${name} ${texts.length}\n${texts.join('\n')}\n`);
  }
  hash.update(JSON.stringify(store.prepare('SELECT * FROM message_words').raw().all()));
  return hash.digest('hex');
}
