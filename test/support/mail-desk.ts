import pino from 'pino';
import { createChanges } from '../../electron/core/changes.ts';
import type { Account } from '../../electron/core/connectors/contract.ts';
import { createParsePool } from '../../electron/core/connectors/mail/parse-pool.ts';
import { createRegistry } from '../../electron/core/connectors/registry.ts';
import { createChannels, type Channels } from '../../electron/core/features/channels/service.ts';
import { createOutbox } from '../../electron/core/features/outbox/service.ts';
import { createSnoozes } from '../../electron/core/features/snoozes/service.ts';
import { createVoice } from '../../electron/core/features/voice/service.ts';
import { openClientStore, type ClientStore } from '../../electron/core/store/client/client-store.ts';
import type { ClientStores } from '../../electron/core/store/client/stores.ts';
import type { Sleep } from '../../electron/core/sync/pause.ts';
import { createSync, type Sync } from '../../electron/core/sync/service.ts';
import type { Changes } from '../../electron/core/changes.ts';
import type { Change } from '../../electron/shared/changes.ts';
import { LiaisonError } from '../../electron/shared/errors.ts';
import type { ChannelId, ClientId } from '../../electron/shared/ids.ts';
import { conversationsOn } from './conversations-on.ts';
import { localesFolder } from './locales-folder.ts';

/** Channels, conversations, outbox and sync on one client's real, encrypted store, without the rest of the core. */
export interface MailDesk {
  readonly store: ClientStore;
  readonly channels: Channels;
  readonly sync: Sync;
  readonly changes: Changes;
  readonly announced: Change[];
  /** The lines that went to the log. */
  readonly logged: string[];
  addMailbox(account: Account): ChannelId;
  close(): Promise<void>;
}

interface DeskOptions {
  readonly folder: string;
  readonly key: Uint8Array;
  readonly clientId: ClientId;
  readonly sleep?: Sleep;
  readonly random?: () => number;
}

export function openMailDesk(options: DeskOptions): MailDesk {
  const { folder, key, clientId, ...pace } = options;
  const clock = { now: Date.now };
  const changes = createChanges();
  const announced: Change[] = [];
  changes.listen((change) => announced.push(change));
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const store = openClientStore({ clientId, folder, key });
  const parsePool = createParsePool(
    new URL('../../electron/core/connectors/mail/parse-worker.ts', import.meta.url),
  );
  const registry = createRegistry({ parsePool, clock, resources: '' });
  const channels: Channels = createChannels({ registry, clock, changes, stateOf: (id) => sync.stateOf(id) });
  const { calendars, conversations } = conversationsOn({ clock, changes, parsePool });
  calendars.define(store, { timeZone: 'UTC', weeklyHours: [[], [], [], [], [], [], []] });
  const stores = onlyStore(store, folder);
  const outbox = createOutbox({
    clock,
    changes,
    channels,
    conversations,
    voice: createVoice({
      clock,
      changes,
      operators: { authorise: refuse },
      clients: { list: () => [] },
      cameOf: () => null,
      spellWorker: new URL('../../electron/core/features/voice/spell-worker.ts', import.meta.url),
      log,
    }),
    brandSafety: { guard: () => null },
    signatures: { textFor: () => '' },
    clients: { list: () => [] },
    locales: localesFolder(),
    claims: { guard: () => undefined, release: () => undefined, holderOf: () => null },
    snoozes: createSnoozes({ clock, stores, conversations, log }),
    journalFolder: folder,
    wake: (id) => sync.wakeOutbox(id),
  });
  const sync: Sync = createSync({
    stores,
    channels,
    conversations,
    outbox,
    registry,
    clock,
    changes,
    log,
    ...pace,
  });
  return {
    store,
    channels,
    sync,
    changes,
    announced,
    logged,
    addMailbox: ({ settings, identities, secret }) =>
      channels.add(store, { name: 'Help', identities: [...identities], settings, secret }).id,
    async close() {
      await sync.close();
      await parsePool.close();
      store.close();
    },
  };
}

/** Nobody sits at this desk. */
function refuse(): never {
  throw new LiaisonError('forbidden');
}

function onlyStore(store: ClientStore, folder: string): ClientStores {
  return {
    open: () => Promise.resolve(),
    of: () => store,
    stateOf: () => ({ kind: 'ready' }),
    all: () => [store],
    folderOf: () => folder,
    fail: () => undefined,
    erase: () => undefined,
    close: () => undefined,
  };
}
