import pino from 'pino';
import { createChanges } from '../../electron/core/changes.ts';
import type { Connector } from '../../electron/core/connectors/contract.ts';
import { createDeliver } from '../../electron/core/connectors/mail/deliver.ts';
import { smtpLimits, type SmtpLimits } from '../../electron/core/connectors/mail/smtp-limits.ts';
import { createChannels, type Channels } from '../../electron/core/features/channels/service.ts';
import type { Conversations } from '../../electron/core/features/conversations/service.ts';
import type { Pace } from '../../electron/shared/outbox-pace.ts';
import { createOutbox, type Outbox } from '../../electron/core/features/outbox/service.ts';
import { createSignatures, type Signatures } from '../../electron/core/features/signatures/service.ts';
import { createSnoozes } from '../../electron/core/features/snoozes/service.ts';
import { newId } from '../../electron/core/ids.ts';
import type { Clock } from '../../electron/core/ports.ts';
import { openClientStore, type ClientStore } from '../../electron/core/store/client/client-store.ts';
import { createOutboxLane, type OutboxLane } from '../../electron/core/sync/outbox-lane.ts';
import type { Change } from '../../electron/shared/changes.ts';
import { usualManner } from '../../electron/shared/composing.ts';
import type { Identity, MailSettings } from '../../electron/shared/channels.ts';
import { LiaisonError } from '../../electron/shared/errors.ts';
import type { ChannelId, ClientId, ConversationId, OperatorId } from '../../electron/shared/ids.ts';
import type { SendReply } from '../../electron/shared/outbox.ts';
import { manifests } from '../../electron/shared/manifests.ts';
import type { ReceivedMessage } from '../../electron/shared/received.ts';
import type { ChecklistItem } from '../../electron/shared/outbox.ts';
import type { VoiceFinding } from '../../electron/shared/voice-guides.ts';
import { join } from 'node:path';
import { conversationsOn } from './conversations-on.ts';
import { localesFolder } from './locales-folder.ts';

/** Everything in milliseconds, so that a test waits for nothing. */
export const quickPace: Pace = {
  undo: 0,
  firstPause: 15,
  longestPause: 120,
  maximumAttempts: 40,
  evidence: [0, 20, 40, 60],
  beforeFiling: 0,
  maximumFilings: 3,
  late: 10 * 60_000,
};

export interface OutboxDeskOptions {
  /** The workspace's folder. */
  readonly data: string;
  readonly clientId: ClientId;
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly smtpPort: number;
  readonly pace?: Pace;
  readonly limits?: Partial<SmtpLimits>;
  readonly mail?: Partial<MailSettings>;
  readonly secret?: string;
  readonly findSent?: Connector['findSent'];
  readonly fileCopy?: Connector['fileCopy'];
  readonly monotonic?: () => number;
  /** Lets a test break the store under the outbox's feet. */
  readonly wrapStore?: (store: ClientStore) => ClientStore;
}

export interface OutboxDesk {
  readonly store: ClientStore;
  readonly outbox: Outbox;
  readonly channels: Channels;
  readonly conversations: Conversations;
  readonly signatures: Signatures;
  readonly announced: Change[];
  readonly channelId: ChannelId;
  readonly operatorId: OperatorId;
  /** What the voice guide asks for; change it as the test needs. */
  readonly voice: {
    checklist: ChecklistItem[];
    findings: VoiceFinding[];
    unchecked: string[];
    blocks: boolean;
  };
  /** A customer's message and the conversation that it begins. */
  receive(message: ReceivedMessage): ConversationId;
  /** A reply as the composer would send it, with what the test cares about. */
  reply(conversationId: ConversationId, details?: Partial<SendReply>): SendReply;
  startLane(): OutboxLane;
  /** Ends the lane and closes the store. */
  close(): Promise<void>;
}

const ourIdentities: Identity[] = [
  { name: 'Northwind Help', address: 'help@northwind.example' },
  { name: 'Northwind Orders', address: 'orders@northwind.example' },
];
const operatorId = '01900000-0000-7000-8000-000000000001' as OperatorId;

/**
 * The outbox on a real, encrypted store, with the real conversations, channels, lane and SMTP; only the voice guide and
 * the IMAP side are the test's own. Opening the same folder again is a restart. It needs no test runner, so that a child
 * process can be killed in the middle of it.
 */
export function openOutboxDesk(options: OutboxDeskOptions): OutboxDesk {
  const { clock, data, clientId, key, pace = quickPace } = options;
  const folder = join(data, 'clients', clientId);
  const opened = openClientStore({ clientId, folder, key });
  const store = options.wrapStore?.(opened) ?? opened;
  const changes = createChanges();
  const announced: Change[] = [];
  changes.listen((change) => announced.push(change));
  const parsePool = { attachment: () => Promise.resolve({ bytes: Buffer.from('%PDF') }) };
  const { calendars, conversations } = conversationsOn({ clock, changes, parsePool });
  const connector = connectorOf(options);
  const registry = { mail: connector, demo: connector, archive: connector };
  const channels = createChannels({ registry, clock, changes, stateOf: () => ({ kind: 'idle' }) });
  const voice: OutboxDesk['voice'] = { checklist: [], findings: [], unchecked: [], blocks: true };
  let lane: OutboxLane | null = null;
  const snoozes = createSnoozes({
    clock,
    stores: { all: () => [store] },
    conversations,
    log: pino({ level: 'silent' }),
  });
  const clients = {
    list: () => [{ id: clientId, name: 'Northwind', languages: ['en-GB'], timeZone: 'UTC' }],
  };
  const signatures = createSignatures({
    clock,
    changes,
    clients,
    operators: { find: (id) => ({ name: id === operatorId ? 'Ada Lovelace' : 'Bea Lindqvist' }) },
    channels,
    brandSafety: { foreignKind: () => null },
  });
  const outbox = createOutbox({
    clock,
    changes,
    channels,
    conversations,
    voice: {
      guide: () => ({ ...emptyGuide, checklist: voice.checklist, errorsBlockSending: voice.blocks }),
      judge: () =>
        Promise.resolve({ findings: voice.findings, unchecked: voice.unchecked, version: 0, words: 0 }),
      allowOverride: () => undefined,
      record: () => undefined,
      recordAgain: () => undefined,
    },
    brandSafety: { guard: () => null },
    claims: { guard: () => undefined, release: () => undefined, holderOf: () => null },
    signatures,
    clients,
    locales: localesFolder(),
    snoozes,
    journalFolder: join(data, 'clients'),
    wake: () => lane?.wake(),
    pace,
  });
  if (channels.list(store).length === 0) {
    calendars.define(store, { timeZone: 'UTC', weeklyHours: [[], [], [], [], [], [], []] });
    channels.add(store, newChannel(options));
  }
  const channelId = channels.list(store)[0]?.id ?? newId<ChannelId>(0);
  return {
    store,
    outbox,
    channels,
    conversations,
    signatures,
    announced,
    channelId,
    operatorId,
    voice,
    receive(message) {
      const batch = { messages: [message], removed: [], cursor: '{}', progress: { done: 1, total: 1 } };
      const [id] = conversations.ingest(store, channelId, batch).conversationIds;
      if (!id) throw new Error('the message began no conversation');
      return id;
    },
    reply(conversationId, details = {}) {
      const composer = outbox.compose(store, conversationId);
      return {
        clientId,
        conversationId,
        channelId: composer.channelId,
        identity: composer.identity,
        recipients: composer.recipients,
        subject: composer.subject,
        text: 'It left our house this morning.',
        kind: 'reply',
        manner: usualManner,
        answered: [],
        templateId: null,
        attachmentIds: [],
        revision: composer.revision,
        checked: [],
        thenStatus: 'waiting',
        thenStatusId: null,
        overrideVoice: false,
        sendAt: null,
        overrideBrands: null,
        ...details,
      };
    },
    startLane() {
      const { monotonic } = options;
      const made = createOutboxLane({
        store,
        outbox,
        channels,
        registry,
        clock,
        log: pino({ level: 'silent' }),
        pace,
        ...(monotonic ? { monotonic } : {}),
      });
      lane = made;
      return made;
    },
    async close() {
      await lane?.close();
      opened.close();
    },
  };
}

const emptyGuide = {
  settings: { accept: [], tokenIgnores: [], blockIgnores: [] },
  config: { ini: '', vocabularies: [], lists: [], spelling: false },
  lines: [],
  fourEyes: false,
  version: 1,
  updatedAt: '2026-01-01T00:00:00.000Z',
  briefing: { tone: '', dos: [], donts: [] },
  rules: [],
  definitions: [],
  unsupported: [],
};

function connectorOf(options: OutboxDeskOptions): Connector {
  const limits = { ...smtpLimits, ...options.limits };
  return {
    manifest: manifests.mail,
    test: () => Promise.resolve({ ok: true, steps: [] }),
    receive: () => Promise.reject(new LiaisonError('internal')),
    introduce: () => Promise.resolve({ maximumSize: null }),
    deliver: createDeliver(limits),
    findSent: options.findSent ?? (() => Promise.resolve(false)),
    fileCopy: options.fileCopy ?? (() => Promise.resolve('filed')),
  };
}

const newChannel = ({ smtpPort, mail, secret }: OutboxDeskOptions) => ({
  name: 'Mail',
  identities: ourIdentities,
  settings: {
    kind: 'mail' as const,
    mail: {
      user: 'help@northwind.example',
      authentication: 'password' as const,
      imap: { host: '127.0.0.1', port: 1, tls: 'none' as const },
      smtp: { host: '127.0.0.1', port: smtpPort, tls: 'none' as const },
      trustedCertificate: null,
      ...mail,
    },
  },
  secret: secret ?? 'secret',
});
