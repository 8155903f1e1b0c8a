import { expect, test } from 'vitest';
import type { ClientStore } from '../../electron/core/store/client/client-store.ts';
import type { ConversationId } from '../../electron/shared/ids.ts';
import type { ReceivedMessage } from '../../electron/shared/received.ts';
import { aMessage, anAnswerTo, aReplyTo } from '../support/a-message.ts';
import { aBatch, conversationsOf, eventsOf, openDesk } from '../support/conversations-desk.ts';

/** Mulberry32: small, and the same everywhere, so that a failing seed can be run again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const result = [...items];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [result[at], result[other]] = [result[other] as Item, result[at] as Item];
  }
  return result;
}

const hour = 3_600_000;

/** One thread as mail programs really write it: whole, short or missing references, copies, auto-replies, same seconds. */
function aThread(random: () => number, { name, start }: { name: string; start: number }): ReceivedMessage[] {
  const byHeaders = random() < 0.6;
  const colleague = { name: `Colleague of ${name}`, address: `colleague-${name}@customer.example` };
  const thread = [
    aMessage({
      internetMessageId: `${name}-0@customer.example`,
      from: { name: `Customer ${name}`, address: `Customer-${name}@customer.example` },
      cc: byHeaders && random() < 0.5 ? [colleague] : [],
      subject: `Order ${name}`,
      sentAt: start,
    }),
  ];
  const length = Math.floor(random() * 7);
  for (let at = 1; at <= length; at += 1) {
    const last = thread.at(-1);
    if (!last) break;
    const sentAt = last.sentAt + (random() < 0.15 ? 400 : Math.ceil(random() * 20 * hour));
    const domain = random() < 0.5 ? 'northwind' : 'customer';
    const details = { sentAt, internetMessageId: `${name}-${at}@${domain}.example`, cc: last.cc };
    const next =
      last.direction === 'inbound'
        ? nextAfterCustomer(last, { details, random })
        : nextAfterUs(last, { details, random });
    thread.push(byHeaders ? namingOnly(next, random()) : shorten(next, random()));
  }
  return thread;
}

function nextAfterCustomer(
  last: ReceivedMessage,
  { details, random }: { details: Partial<ReceivedMessage>; random: () => number },
): ReceivedMessage {
  const kind = random();
  const again = aReplyTo(last, details);
  if (kind < 0.15) return { ...again, direction: 'inbound', from: last.from, to: last.to };
  if (kind < 0.3) return { ...again, automatic: true };
  return again;
}

/** Now and then the colleague in copy answers for the customer, to everybody. */
function nextAfterUs(
  last: ReceivedMessage,
  { details, random }: { details: Partial<ReceivedMessage>; random: () => number },
): ReceivedMessage {
  const answer = anAnswerTo(last, details);
  const [colleague] = last.cc;
  return colleague && random() < 0.4 ? { ...answer, from: colleague, cc: [answer.from] } : answer;
}

/** No mail has a subject, so that nothing but its references says where it belongs. */
const namingOnly = (message: ReceivedMessage, chance: number): ReceivedMessage => ({
  ...message,
  subject: '',
  references: chance < 0.5 ? message.references : message.references.slice(-1),
});

/** All references, only the message answered, or (with a marked subject) none. */
function shorten(message: ReceivedMessage, chance: number): ReceivedMessage {
  if (chance < 0.5) return message;
  return { ...message, references: chance < 0.8 ? message.references.slice(-1) : [] };
}

/** What a person and a report see, without the ids that Liaison made. */
function outcomeOf(store: ClientStore) {
  return conversationsOf(store)
    .map((row) => ({
      subject: row.subject,
      status: row.status,
      waitingSince: row.waiting_since,
      createdAt: row.created_at,
      lastMessageAt: row.last_message_at,
      preview: row.preview,
      count: row.message_count,
      contact: store.first(
        store.sql.selectFrom('identities').select('address').where('contact_id', '=', row.contact_id),
      )?.address,
      isLastSegment: eventsOf(store, row.id).at(-1)?.segmentId === row.segment_id,
      history: historyOf(store, row.id),
    }))
    .toSorted((a, b) => JSON.stringify(a.history).localeCompare(JSON.stringify(b.history)));
}

function historyOf(store: ClientStore, id: ConversationId) {
  const events = eventsOf(store, id);
  const segments = [...new Set(events.map((event) => event.segmentId))];
  const names = new Map(
    store
      .all(store.sql.selectFrom('messages').select(['id', 'dedup_key']).where('conversation_id', '=', id))
      .map((row) => [row.id, row.dedup_key]),
  );
  return events.map(({ at, segmentId, actor, body }) => {
    const message = 'messageId' in body ? { messageId: names.get(body.messageId) } : {};
    return { at, segment: segments.indexOf(segmentId), actor, ...body, ...message };
  });
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])('mail in any order ends in the same conversations (seed %i)', (seed) => {
  const random = randomFrom(seed);
  const desk = openDesk();
  const start = Date.UTC(2026, 0, 5, 9);
  const threads = Array.from({ length: 10 }, (_, at) =>
    aThread(random, { name: `${seed}-${at}`, start: start + Math.floor(random() * 100) * hour }),
  );
  const messages = threads.flat();
  const inOrder = desk.open('northwind');
  desk.conversations.ingest(inOrder.store, inOrder.channelId, aBatch(messages));
  const expected = outcomeOf(inOrder.store);
  expect(expected).toHaveLength(threads.length);
  expect(expected.every((conversation) => conversation.isLastSegment)).toBe(true);

  const newestFirst = [...messages].toSorted((a, b) => b.sentAt - a.sentAt);
  const sentFirst = [...messages].toSorted((a, b) => b.direction.localeCompare(a.direction));
  for (const order of [newestFirst, sentFirst, shuffled(messages, random), shuffled(messages, random)]) {
    const { store, channelId } = desk.open('northwind');
    for (let at = 0; at < order.length;) {
      const size = 1 + Math.floor(random() * 4);
      desk.conversations.ingest(store, channelId, aBatch(order.slice(at, at + size)));
      at += size;
    }
    expect(outcomeOf(store)).toEqual(expected);
  }
});

test('what an operator did stays between the mails it stood between, whatever comes late', () => {
  const { conversations, open, operator, clock } = openDesk();
  const { store, channelId } = open('northwind');
  const question = aMessage({ sentAt: clock.now() });
  const reply = aReplyTo(question);
  const answer = anAnswerTo(reply, { sentAt: question.sentAt + 30 * hour });
  conversations.ingest(store, channelId, aBatch([question]));
  const { id } = conversationsOf(store)[0]!;
  clock.set(question.sentAt + 2 * hour);
  conversations.setStatus(store, operator, { id, status: 'resolved' });
  clock.set(answer.sentAt);
  conversations.ingest(store, channelId, aBatch([answer]));
  expect(conversationsOf(store)[0]).toMatchObject({ status: 'open', waiting_since: answer.sentAt });

  conversations.ingest(store, channelId, aBatch([reply]));
  expect(conversationsOf(store)[0]).toMatchObject({
    status: 'open',
    waiting_since: answer.sentAt,
    message_count: 3,
  });
  expect(historyOf(store, id).map(({ type, segment }) => `${segment} ${type}`)).toEqual([
    '0 opened',
    '0 message-received',
    '0 message-sent',
    '0 status-changed',
    '1 opened',
    '1 message-received',
  ]);
});
