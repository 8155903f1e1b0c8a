import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { createChanges } from '../../electron/core/changes.ts';
import type { Conversations } from '../../electron/core/features/conversations/service.ts';
import { newId } from '../../electron/core/ids.ts';
import { openClientStore, type ClientStore } from '../../electron/core/store/client/client-store.ts';
import type { Change } from '../../electron/shared/changes.ts';
import type { Actor, EventBody } from '../../electron/shared/events.ts';
import type {
  ChannelId,
  ClientId,
  ConversationId,
  OperatorId,
  SegmentId,
} from '../../electron/shared/ids.ts';
import type { ReceivedMessage, ServerCopy } from '../../electron/shared/received.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { conversationsOn } from './conversations-on.ts';

/** The conversations noun on real, encrypted files, without the rest of the core: for what needs odd mail in odd order. */
export interface Desk {
  readonly clock: FakeClock;
  readonly conversations: Conversations;
  readonly announced: Change[];
  readonly operatorId: OperatorId;
  readonly operator: Actor;
  /** A client's store with one mailbox, whose address is `help@<name>.example`. */
  open(name: string): { store: ClientStore; channelId: ChannelId };
}

export function openDesk(): Desk {
  const clock = createFakeClock();
  const changes = createChanges();
  const announced: Change[] = [];
  changes.listen((change) => announced.push(change));
  /** Stands for the parse pool: a part's bytes are its number and the source's length. */
  const parsePool = {
    attachment: (source: Uint8Array, part: number) =>
      Promise.resolve({ bytes: Buffer.from(`part ${part} of ${source.byteLength}`) }),
  };
  const { calendars, conversations } = conversationsOn({ clock, changes, parsePool });
  const operatorId = newId<OperatorId>(clock.now());
  return {
    clock,
    conversations,
    announced,
    operatorId,
    operator: { kind: 'operator', id: operatorId },
    open(name) {
      const clientId = newId<ClientId>(clock.now());
      const store = openClientStore({ clientId, folder: temporaryFolder(), key: randomBytes(32) });
      onTestFinished(() => store.close());
      calendars.define(store, { timeZone: 'UTC', weeklyHours: [[], [], [], [], [], [], []] });
      return { store, channelId: addChannel(store, { name, now: clock.now() }) };
    },
  };
}

/** Another mailbox of a client. */
export function addChannel(store: ClientStore, { name, now }: { name: string; now: number }): ChannelId {
  const id = newId<ChannelId>(now);
  const identities = JSON.stringify([{ name, address: `help@${name}.example` }]);
  store.run(
    store.sql.insertInto('channels').values({
      id,
      kind: 'mail',
      name,
      identities,
      settings: '{"kind":"demo"}',
      cursor: null,
      last_fetched_at: null,
      last_sent_at: null,
      created_at: now,
    }),
  );
  return id;
}

export const aBatch = (messages: readonly ReceivedMessage[], removed: readonly ServerCopy[] = []) => ({
  messages,
  removed,
  cursor: JSON.stringify({ seen: messages.length }),
  progress: { done: messages.length, total: messages.length },
});

/** Every conversation by subject, oldest first, for assertions that read like a table. */
export function conversationsOf(store: ClientStore) {
  return store.all(
    store.sql.selectFrom('conversations').selectAll().orderBy('created_at').orderBy('subject').orderBy('id'),
  );
}

export interface StoredEvent {
  readonly at: number;
  readonly segmentId: SegmentId;
  readonly actor: string;
  readonly body: EventBody;
}

/** The facts of a conversation in the order in which metrics read them. */
export const eventsOf = (store: ClientStore, id: ConversationId): StoredEvent[] =>
  store
    .all(
      store.sql
        .selectFrom('events')
        .selectAll()
        .where('conversation_id', '=', id)
        .orderBy('at')
        .orderBy('seq'),
    )
    .map((row) => ({
      at: row.at,
      segmentId: row.segment_id,
      actor: row.actor_kind,
      body: JSON.parse(row.data) as EventBody,
    }));
