import type { ConversationStatus } from '../../../../shared/conversations.ts';
import type { Actor, EventBody, EventType } from '../../../../shared/events.ts';
import type {
  ChannelId,
  ConversationId,
  MessageId,
  OperatorId,
  SegmentId,
  StatusId,
} from '../../../../shared/ids.ts';
import { newId } from '../../../ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { appendEvent, type Scope } from './events.ts';
import { titleOf } from './life-rules.ts';
import { beforeAll, step, waitingSinceOf, type HistoryItem, type Opening } from '../history-rules.ts';

/**
 * The past of a conversation, told again from its messages and from what people did, in the order in which they happened.
 * Mail arrives in any order (a backfill brings the newest first); the outcome must not depend on it. Facts of people are
 * never changed; what follows from the order of mail (which segment a fact stands in, where segments begin) is.
 */
export function restate(scope: Scope, id: ConversationId): void {
  const { store } = scope;
  const messages = messagesOf(store, id);
  const events = eventsOf(store, id);
  const openings = events.filter((event) => event.type === 'opened');
  const segments: SegmentId[] = [];
  const write = factWriter(scope, id);
  /** What was done before the first mail left stands in the segment that the mail opens. */
  const begun = () => (segments.length + openings.length === 0 ? segmentOf(store, id) : undefined);
  let state = beforeAll;
  for (const entry of inOrder(messages, events)) {
    const next = step(state, entry.item);
    state = next.state;
    if (next.opening) {
      const known = openings[segments.length] ?? null;
      const segmentId = known?.segment_id ?? begun() ?? newId<SegmentId>(scope.now);
      segments.push(segmentId);
      write({ event: known, segmentId, ...factOfOpening(next.opening) });
    }
    const segmentId = segments.at(-1) ?? openings[0]?.segment_id;
    if (segmentId) write({ event: entry.event, segmentId, ...entry.fact });
  }
  for (const surplus of openings.slice(segments.length)) {
    store.prepare('DELETE FROM events WHERE seq = ?').run(surplus.seq);
  }
  const segmentId = segments.at(-1);
  if (!segmentId) return;
  const waitingSince = waitingSinceOf(state);
  const told = events.map(({ data }) => JSON.parse(data) as EventBody);
  const title = titleOf(
    told,
    messages.map(({ subject }) => subject),
  );
  const { status, statusId } = state;
  summarise(store, { id, messages, title, status, statusId, waitingSince, segmentId });
}

const segmentOf = (store: ClientStore, id: ConversationId) =>
  (
    store.prepare('SELECT segment_id FROM conversations WHERE id = ?').get(id) as
      | { segment_id: SegmentId }
      | undefined
  )?.segment_id;

/** What happened in a conversation, in its order; with the id of its event, where there is one. */
export const livedOf = (store: ClientStore, id: ConversationId): Lived[] =>
  inOrder(messagesOf(store, id), eventsOf(store, id)).map(({ item, event }) => ({
    item,
    eventId: event?.id ?? null,
  }));

export interface Lived {
  readonly item: HistoryItem;
  readonly eventId: string | null;
}

interface MessageRow {
  readonly seq: number;
  readonly id: MessageId;
  readonly kind: 'inbound' | 'outbound';
  readonly channel_id: ChannelId;
  readonly operator_id: OperatorId | null;
  readonly subject: string;
  readonly automatic: 0 | 1;
  /** It went to somebody else than the customer. */
  readonly forwarded: 0 | 1;
  readonly sent_at: number;
  readonly dedup_key: string;
}

/** Without notes, which are no mail. In the order that counts: time, then question before answer, then the key. */
function messagesOf(store: ClientStore, id: ConversationId): MessageRow[] {
  return store
    .prepare(
      `SELECT seq, id, kind, channel_id, operator_id, subject, automatic, sent_at, dedup_key,
         EXISTS (SELECT 1 FROM forwards WHERE message_seq = messages.seq) AS forwarded FROM messages
       WHERE conversation_id = ? AND kind <> 'note' ORDER BY sent_at, kind, dedup_key`,
    )
    .all(id) as MessageRow[];
}

interface EventRow {
  readonly seq: number;
  readonly id: string;
  readonly at: number;
  readonly type: EventType;
  readonly segment_id: SegmentId;
  readonly data: string;
}

const eventsOf = (store: ClientStore, id: ConversationId): EventRow[] =>
  store
    .prepare(
      'SELECT seq, id, at, type, segment_id, data FROM events WHERE conversation_id = ? ORDER BY at, seq',
    )
    .all(id) as EventRow[];

/** What an event is to say; null leaves a person's words as they are. */
interface Fact {
  readonly at: number;
  readonly actor: Actor;
  readonly body: EventBody;
}

interface Entry {
  readonly item: HistoryItem;
  /** Its event, where there is one already. */
  readonly event: EventRow | null;
  readonly fact: Fact | { readonly at: number; readonly body: null };
}

/**
 * By time. What happened in the same millisecond keeps the order in which it was recorded where a person's fact is among
 * it; mail alone stands in the order of `messagesOf`, however it came.
 */
function inOrder(messages: readonly MessageRow[], events: readonly EventRow[]): Entry[] {
  const eventOf = new Map<MessageId, EventRow>();
  const human: Entry[] = [];
  for (const event of events) {
    if (event.type === 'opened') continue;
    if (mailTypes.has(event.type)) {
      eventOf.set((JSON.parse(event.data) as { messageId: MessageId }).messageId, event);
    } else human.push({ item: itemOfEvent(event), event, fact: { at: event.at, body: null } });
  }
  const mail = messages.map((message): Entry => {
    const event = eventOf.get(message.id) ?? null;
    const fact = event ? { at: event.at, body: null } : factOf(message);
    return { item: itemOfMessage(message), event, fact };
  });
  const humanMoments = new Set(human.map((entry) => entry.item.at));
  const place = (entry: Entry) => entry.event?.seq ?? Number.MAX_SAFE_INTEGER;
  return [...mail, ...human].toSorted(
    (a, b) => a.item.at - b.item.at || (humanMoments.has(a.item.at) ? place(a) - place(b) : 0),
  );
}

/** Facts that a message of the conversation has. */
const mailTypes: ReadonlySet<EventType> = new Set(['message-received', 'message-sent', 'message-forwarded']);

/** What was handed on to somebody else answers nobody, as little as a machine's message does. */
const itemOfMessage = (message: MessageRow): HistoryItem => ({
  kind: message.kind === 'inbound' ? 'received' : 'sent',
  at: message.sent_at,
  automatic: message.automatic === 1 || message.forwarded === 1,
});

function itemOfEvent(event: EventRow): HistoryItem {
  if (event.type === 'message-bounced') return { kind: 'bounced', at: event.at };
  if (event.type !== 'status-changed') return { kind: 'other', at: event.at };
  const word = JSON.parse(event.data) as Extract<EventBody, { type: 'status-changed' }>;
  const told = word.waitingSince === undefined ? {} : { unanswered: word.waitingSince };
  const name = word.named ? { statusId: word.named.id } : {};
  return { kind: 'status', at: event.at, to: word.to, ...name, ...told };
}

const factOfOpening = ({ at, initiator, reopened }: Opening): Fact => ({
  at,
  actor: { kind: initiator === 'customer' ? 'customer' : 'system' },
  body: { type: 'opened', initiator, reopened },
});

type Written = Entry['fact'] & { readonly event: EventRow | null; readonly segmentId: SegmentId };

/**
 * Writes the facts of a conversation one after the other: what stands already and is right is left alone. Whoever reads
 * them by time and number gets this order, also within one millisecond.
 */
function factWriter(scope: Scope, conversationId: ConversationId): (fact: Written) => void {
  const { store } = scope;
  let before = { at: Number.NEGATIVE_INFINITY, seq: 0 };

  function rewrite(event: EventRow, { at, body, segmentId }: Written): number {
    const seq = at === before.at && event.seq < before.seq ? nextSeq(store) : event.seq;
    const data = body === null ? event.data : JSON.stringify(body);
    if (seq === event.seq && at === event.at && segmentId === event.segment_id && data === event.data)
      return seq;
    store
      .prepare('UPDATE events SET seq = ?, at = ?, segment_id = ?, data = ? WHERE seq = ?')
      .run(seq, at, segmentId, data, event.seq);
    return seq;
  }
  return (fact) => {
    const { event, segmentId } = fact;
    if (event) before = { at: fact.at, seq: rewrite(event, fact) };
    else if (fact.body !== null)
      before = { at: fact.at, seq: appendEvent(scope, { conversationId, ...fact, segmentId }) };
    if (fact.body !== null && fact.body.type === 'opened') setActor(store, before.seq, fact.actor);
  };
}

const nextSeq = (store: ClientStore): number =>
  (store.prepare('SELECT max(seq) + 1 AS seq FROM events').get() as { seq: number }).seq;

/** An older mail may show that it was the other side that began. */
function setActor(store: ClientStore, seq: number, actor: Actor): void {
  store
    .prepare('UPDATE events SET actor_kind = ? WHERE seq = ? AND actor_kind <> ?')
    .run(actor.kind, seq, actor.kind);
}

/** The fact of a message that came by mail: who of ours wrote what stands in Sent is not known. */
export function factOf(message: {
  id: MessageId;
  kind: 'inbound' | 'outbound';
  automatic: 0 | 1;
  operator_id: OperatorId | null;
  sent_at: number;
}): Fact {
  const automatic = message.automatic === 1;
  if (message.kind === 'inbound') {
    const body: EventBody = { type: 'message-received', messageId: message.id, automatic };
    return { at: message.sent_at, actor: { kind: 'customer' }, body };
  }
  const elsewhere = message.operator_id === null;
  return {
    at: message.sent_at,
    actor: message.operator_id === null ? { kind: 'system' } : { kind: 'operator', id: message.operator_id },
    body: { type: 'message-sent', messageId: message.id, elsewhere, automatic, templateId: null },
  };
}

/** Long enough for a line of the queue on a wide screen. */
const previewLength = 200;

export const previewOf = (text: string): string =>
  text
    .slice(0, previewLength * 5)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, previewLength);

const textOf = (store: ClientStore, seq: number): string =>
  (store.prepare('SELECT body FROM messages WHERE seq = ?').get(seq) as { body: string }).body;

function summarise(
  store: ClientStore,
  now: {
    id: ConversationId;
    messages: readonly MessageRow[];
    /** Null: what its first message is about. */
    title: string | null;
    status: ConversationStatus;
    statusId: StatusId | null;
    waitingSince: number | null;
    segmentId: SegmentId;
  },
): void {
  const first = now.messages[0];
  const last = now.messages.at(-1);
  if (!first || !last) return;
  store
    .prepare(
      `UPDATE conversations SET status = ?, status_id = ?, waiting_since = ?, segment_id = ?, subject = ?, created_at = ?, channel_id = ?,
         last_message_at = ?, message_count = ?,
         preview = ?,
         has_attachments = EXISTS (
           SELECT 1 FROM messages m JOIN attachments a ON a.message_seq = m.seq
           WHERE m.conversation_id = conversations.id AND a.inline = 0)
       WHERE id = ?`,
    )
    .run(
      now.status,
      now.statusId,
      now.waitingSince,
      now.segmentId,
      now.title ?? first.subject,
      first.sent_at,
      last.channel_id,
      last.sent_at,
      now.messages.length,
      previewOf(textOf(store, last.seq)),
      now.id,
    );
}
