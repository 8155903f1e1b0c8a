import type { ClientStore } from '../../electron/core/store/client/client-store.ts';
import type { Message } from '../../electron/shared/conversations.ts';
import type { ChannelId, ClientId } from '../../electron/shared/ids.ts';
import type { ReceivedMessage } from '../../electron/shared/received.ts';
import { aClient } from './a-client.ts';
import { aBatch } from './conversations-desk.ts';
import { startCore, type TestCore } from './start-core.ts';

export interface AttachmentsDesk {
  readonly started: TestCore;
  readonly call: TestCore['call'];
  /** A client whose mailbox is never connected: its mail is handed over as its connector would. */
  client(name: string, mark: string): Promise<DeskClient>;
}

export interface DeskClient {
  readonly clientId: ClientId;
  readonly store: ClientStore;
  readonly channelId: ChannelId;
  take(...mails: readonly ReceivedMessage[]): void;
  /** The only message of the conversation with that subject. */
  message(subject: string): Promise<Message>;
}

export async function openAttachmentsDesk(
  options: Parameters<typeof startCore>[0] = {},
): Promise<AttachmentsDesk> {
  const started = await startCore(options);
  const { call } = started;
  const { services } = started.core;
  return {
    started,
    call,
    async client(name, mark) {
      const { id: clientId } = await call.clients.add(aClient({ name, mark }));
      const store = services.stores.of(clientId);
      const identities = [{ name, address: `help@${name.toLowerCase()}.example` }];
      const settings = { kind: 'demo' } as const;
      const { id: channelId } = services.channels.add(store, {
        name: 'Mail',
        identities,
        settings,
        secret: null,
      });
      return {
        clientId,
        store,
        channelId,
        take: (...mails) => void services.conversations.ingest(store, channelId, aBatch(mails)),
        async message(subject) {
          const { rows } = await call.conversations.queue({ clientId, view: 'all' });
          const row = rows.find((each) => each.subject === subject);
          if (!row) throw new Error(`nothing is about ${subject}`);
          const { messages } = await call.conversations.read({ clientId, conversationId: row.id });
          const [message] = messages;
          if (!message) throw new Error('it has no message');
          return message;
        },
      };
    },
  };
}
