import { expect, test } from 'vitest';
import { aMessage, anAnswerTo, aReplyTo } from '../support/a-message.ts';
import { aBatch, conversationsOf, eventsOf, openDesk } from '../support/conversations-desk.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

test('a question, our reply found in Sent and the answer are one conversation with its facts at the times of the mail', () => {
  const { conversations, open } = openDesk();
  const { store, channelId } = open('northwind');
  const question = aMessage({ sentAt: Date.UTC(2026, 0, 5, 9) });
  const reply = aReplyTo(question);
  const answer = anAnswerTo(reply);
  const { added, conversationIds } = conversations.ingest(
    store,
    channelId,
    aBatch([question, reply, answer]),
  );

  expect(added).toBe(3);
  const [row] = conversationsOf(store);
  expect(conversationIds).toEqual([row?.id]);
  expect(row).toMatchObject({
    status: 'open',
    waiting_since: answer.sentAt,
    message_count: 3,
    created_at: question.sentAt,
  });
  expect(eventsOf(store, row!.id).map(({ at, actor, body }) => [at, actor, body.type])).toEqual([
    [question.sentAt, 'customer', 'opened'],
    [question.sentAt, 'customer', 'message-received'],
    [reply.sentAt, 'system', 'message-sent'],
    [answer.sentAt, 'customer', 'message-received'],
  ]);
  expect(store.first(store.sql.selectFrom('channels').select('cursor'))?.cursor).toBe('{"seen":3}');
});

test('a batch that comes twice changes nothing', () => {
  const { conversations, open } = openDesk();
  const { store, channelId } = open('northwind');
  const question = aMessage();
  const batch = aBatch([question, aReplyTo(question)]);
  conversations.ingest(store, channelId, batch);
  const before = [conversationsOf(store), eventsOf(store, conversationsOf(store)[0]!.id)];
  expect(conversations.ingest(store, channelId, batch)).toEqual({ added: 0, conversationIds: [] });
  expect([conversationsOf(store), eventsOf(store, conversationsOf(store)[0]!.id)]).toEqual(before);
});

test('a batch whose cursor can not be kept leaves nothing behind', () => {
  const { conversations, open } = openDesk();
  const { store } = open('northwind');
  const stranger = open('acme').channelId;
  expect(() => conversations.ingest(store, stranger, aBatch([aMessage()]))).toThrow();
  expect(conversationsOf(store)).toEqual([]);
});

test('a customer who writes after the end begins a new segment; waiting is only interrupted', () => {
  const { conversations, open, operator, clock } = openDesk();
  const { store, channelId } = open('northwind');
  const question = aMessage({ sentAt: clock.now() - 10 * minute });
  const reply = aReplyTo(question, { sentAt: clock.now() - 5 * minute });
  conversations.ingest(store, channelId, aBatch([question, reply]));
  const { id, segment_id: first } = conversationsOf(store)[0]!;
  expect(conversationsOf(store)[0]).toMatchObject({ status: 'waiting', waiting_since: null });

  conversations.setStatus(store, operator, { id, status: 'resolved' });
  clock.advance(day);
  const again = anAnswerTo(reply, { sentAt: clock.now() });
  conversations.ingest(store, channelId, aBatch([again]));
  const after = conversationsOf(store)[0]!;
  expect(after).toMatchObject({ status: 'open', waiting_since: again.sentAt });
  expect(after.segment_id).not.toBe(first);
  expect(eventsOf(store, id).slice(-2)).toMatchObject([
    { segmentId: after.segment_id, body: { type: 'opened', initiator: 'customer', reopened: true } },
    { segmentId: after.segment_id, body: { type: 'message-received' } },
  ]);
});
