import type { Scope } from '../../../electron/core/features/conversations/history/events.ts';
import { contactFor } from '../../../electron/core/features/conversations/contact-queries.ts';
import { insertConversation } from '../../../electron/core/features/conversations/conversation-rows.ts';
import { restate } from '../../../electron/core/features/conversations/history/history.ts';
import { addressKeyOf } from '../../../electron/core/features/conversations/threading/link-rules.ts';
import {
  indexMessages,
  insertMessage,
} from '../../../electron/core/features/conversations/intake/message-rows.ts';
import { newId } from '../../../electron/core/ids.ts';
import type { ClientStore } from '../../../electron/core/store/client/client-store.ts';
import type {
  ChannelId,
  ClientId,
  ConversationId,
  MessageId,
  OperatorId,
  SegmentId,
} from '../../../electron/shared/ids.ts';
import { madeMessage, planConversation, type Desk, type Plan } from './made-mail.ts';

/** What a process needs to fill one client. */
export interface Errand {
  readonly clientId: ClientId;
  readonly channelId: ChannelId;
  readonly operatorId: OperatorId;
  readonly desk: Desk;
  /** The client's folder and, in base64, its key. */
  readonly folder: string;
  readonly key: string;
  /** The number of the first conversation, and how many there are. */
  readonly first: number;
  readonly conversations: number;
}

const day = 24 * 3_600_000;
const spanDays = 540;
const batchMessages = 10_000;
/** What FTS5 gathers in memory before it writes: for so much mail at once more than its default of 1 MB. */
const hashBytes = { filling: 128 * 1024 * 1024, usual: 1024 * 1024 } as const;
/** As many of the messages before it as most programs name, to keep the workspace small. */
const namedReferences = 2;

/** Each client has one conversation of so many messages, by its subject. */
export const longThread = { messages: 200, subject: 'The longest thread of all' } as const;

/**
 * Stores mail as the core does when it comes, but that the conversation of a message is known and not looked up, that a
 * conversation's past is told once, at its last message, and that the bytes of the mail are left out: they stand apart and
 * are read one at a time. Gives the number of messages.
 */
export function storeMail(
  store: ClientStore,
  errand: Errand & { calendarVersion: number; tell: (done: number, total: number) => void },
): number {
  const scope: Scope = { store, now: Date.now(), calendarVersion: errand.calendarVersion };
  const turns = planAll(errand).flatMap((plan) => plan.times.map((at, turn) => ({ plan, turn, at })));
  turns.sort((a, b) => a.at - b.at);
  const ids = new Map<Plan, ConversationId>();
  setHashBytes(store, hashBytes.filling);
  for (let from = 0; from < turns.length; from += batchMessages) {
    store.transaction(() => {
      const seqs = turns
        .slice(from, from + batchMessages)
        .map(({ plan, turn }) => storeOne({ ...scope, now: Date.now() }, errand, { plan, turn, ids }));
      indexMessages(store, seqs);
    });
    errand.tell(Math.min(turns.length, from + batchMessages), turns.length);
  }
  setHashBytes(store, hashBytes.usual);
  return turns.length;
}

const setHashBytes = (store: ClientStore, bytes: number) =>
  store
    .prepare("INSERT INTO message_search (message_search, rank) VALUES ('hashsize', CAST(? AS INTEGER))")
    .run(bytes);

/** Numbered in the order in which they begin, as those of a server are. */
function planAll({ first, conversations }: Errand): Plan[] {
  const end = Date.now();
  const span = { start: end - spanDays * day, end, customers: Math.ceil(conversations * 0.6), messages: 5 };
  const plans = Array.from({ length: conversations - 1 }, (_, n) => planConversation(first + n, span));
  plans.sort((a, b) => (a.times[0] ?? 0) - (b.times[0] ?? 0));
  const numbered = plans.map((plan, n) => ({ ...plan, number: first + n }));
  const spacing = (2 * day) / longThread.messages;
  const times = Array.from({ length: longThread.messages }, (_, n) =>
    Math.floor(end - 3 * day + n * spacing),
  );
  const long = { ...planConversation(first + conversations - 1, span), subject: longThread.subject, times };
  return [...numbered, long];
}

function storeOne(
  scope: Scope,
  { desk, channelId }: Errand,
  { plan, turn, ids }: { plan: Plan; turn: number; ids: Map<Plan, ConversationId> },
): number {
  const { store, now } = scope;
  const received = madeMessage(plan, turn, desk);
  const { direction: kind, receivedAt: at } = received;
  let id = ids.get(plan);
  if (id === undefined) {
    id = newId<ConversationId>(now);
    const filing = contactFor(store, { person: plan.from, key: addressKeyOf(plan.from.address), now });
    insertConversation(store, { id, ...filing, channelId, segmentId: newId<SegmentId>(now), at });
  }
  const seq = insertMessage(store, {
    ...received,
    id: newId<MessageId>(now),
    conversationId: id,
    channelId,
    kind,
    operatorId: null,
    references: received.references.slice(-namedReferences),
    at,
  });
  if (turn < plan.times.length - 1) ids.set(plan, id);
  else {
    ids.delete(plan);
    restate(scope, id);
  }
  return seq;
}
