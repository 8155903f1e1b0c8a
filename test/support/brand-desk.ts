import type { ReceivedMessage } from '../../electron/shared/received.ts';
import type { ChannelId, ClientId, ConversationId, OperatorId } from '../../electron/shared/ids.ts';
import { SendReply, type Composer } from '../../electron/shared/outbox.ts';
import type { Role } from '../../electron/shared/operators.ts';
import { clientColours, clientPatterns } from '../../electron/shared/clients.ts';
import { aClient } from './a-client.ts';
import { aMessage } from './a-message.ts';
import { startCore, type TestCore } from './start-core.ts';

export interface DeskBrand {
  readonly clientId: ClientId;
  readonly channelId: ChannelId;
  readonly name: string;
  readonly domain: string;
  readonly conversationIds: readonly ConversationId[];
}

export interface BrandDesk {
  readonly started: TestCore;
  readonly brands: readonly DeskBrand[];
  brand(name: string): DeskBrand;
  /** A reply as the composer of a conversation would send it. */
  reply(
    at: { clientId: ClientId; conversationId: ConversationId },
    details?: Partial<SendReply>,
  ): Promise<SendReply>;
  /** Somebody with one role in each of the named clients. */
  hire(role: Role, names: readonly string[]): OperatorId;
}

interface DeskOptions {
  readonly conversations?: number;
  /** What the customers of a client write. */
  readonly ask?: (name: string) => Partial<ReceivedMessage>;
  /** Where the workspace stands; a folder of its own where it is left out. */
  readonly data?: string;
}

/** `bluefinch.example` of `Bluefinch Travel`. */
const domainOf = (name: string) =>
  `${(name.split(' ')[0] ?? name).normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()}.example`;

/**
 * A core with clients that could be taken for one another only by an error: each with a mailbox and customers of its
 * own. Their mail says nothing of any brand unless the test lets it.
 */
export async function startBrandDesk(
  names: readonly string[],
  { conversations = 1, ask, data }: DeskOptions = {},
): Promise<BrandDesk> {
  const started = await startCore(data === undefined ? {} : { data });
  const brands: DeskBrand[] = [];
  for (const [index, name] of names.entries()) {
    const client = await started.call.clients.add(
      aClient({
        name,
        mark: `B${index}`,
        colour: clientColours[index % clientColours.length] ?? 'gray',
        pattern: clientPatterns[index % clientPatterns.length] ?? 'solid',
      }),
    );
    brands.push(fillClient(started, { clientId: client.id, name, conversations, ask: ask ?? (() => ({})) }));
  }
  return {
    started,
    brands,
    brand(name) {
      const found = brands.find((brand) => brand.name === name);
      if (!found) throw new Error(`no client ${name}`);
      return found;
    },
    async reply(at, details = {}) {
      return replyOf(await started.call.outbox.compose(at), details);
    },
    hire(role, where) {
      const grants = brands
        .filter(({ name }) => where.includes(name))
        .map(({ clientId }) => ({ clientId, role }));
      return started.core.services.operators.add({ name: `A ${role}`, email: null, grants }).id;
    },
  };
}

export const replyOf = (composer: Composer, details: Partial<SendReply> = {}): SendReply => ({
  ...SendReply.parse({
    clientId: composer.clientId,
    conversationId: composer.conversationId,
    channelId: composer.channelId,
    identity: composer.identity,
    recipients: composer.recipients,
    subject: composer.subject,
    text: 'It left our house this morning.',
    templateId: null,
    revision: composer.revision,
    checked: [],
    binding: composer.binding,
  }),
  ...details,
});

function fillClient(
  { core, clock }: TestCore,
  client: {
    clientId: ClientId;
    name: string;
    conversations: number;
    ask: (name: string) => Partial<ReceivedMessage>;
  },
): DeskBrand {
  const { clientId, name, ask } = client;
  const { stores, channels, conversations } = core.services;
  const store = stores.of(clientId);
  const domain = domainOf(name);
  const identities = [
    { name, address: `help@${domain}` },
    { name: `${name} Orders`, address: `orders@${domain}` },
  ];
  const server = { host: '127.0.0.1', port: 1, tls: 'none' as const };
  const mail = { user: 'help', authentication: 'password' as const, imap: server, smtp: server };
  const channel = channels.add(store, {
    name: 'Mail',
    identities,
    settings: { kind: 'mail', mail: { ...mail, trustedCertificate: null } },
    secret: 'secret',
  });
  const messages = Array.from({ length: client.conversations }, (_, index) => {
    const customer = `customer${index}@of-${domain}`;
    return aMessage({
      internetMessageId: `asked-${index}@of-${domain}`,
      from: { name: `Customer ${index}`, address: customer },
      to: [{ name, address: `help@${domain}` }],
      subject: `Question ${index}`,
      sentAt: clock.now() - 3_600_000 + index,
      ...ask(name),
    });
  });
  const batch = { messages, removed: [], cursor: '{}', progress: { done: 1, total: 1 } };
  const { conversationIds } = conversations.ingest(store, channel.id, batch);
  return { clientId, channelId: channel.id, name, domain, conversationIds };
}
