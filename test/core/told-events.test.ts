import { expect, test } from 'vitest';
import { newId } from '../../electron/core/ids.ts';
import type { OutboxId } from '../../electron/shared/ids.ts';
import { aMessage, aReplyTo } from '../support/a-message.ts';
import { aBatch, conversationsOf, openDesk } from '../support/conversations-desk.ts';

/** A client with one question, and an operator at work on it. */
function atWork() {
  const { conversations, operatorId, clock, open } = openDesk();
  const { store, channelId } = open('northwind');
  const question = aMessage({ sentAt: clock.now() });
  conversations.ingest(store, channelId, aBatch([question]));
  const id = conversationsOf(store)[0]?.id;
  if (!id) throw new Error('the question began no conversation');
  const actor = { kind: 'operator', id: operatorId } as const;
  const told = () => conversations.read(store, id).events;
  return { conversations, store, channelId, question, id, actor, operatorId, clock, told };
}

test('what was done with a conversation is told in its order, with who and when', () => {
  const { conversations, store, id, actor, operatorId, clock, told } = atWork();
  expect(told()).toEqual([]);
  conversations.assign(store, actor, { id, to: operatorId });
  clock.advance(1_000);
  conversations.tag(store, actor, { id, tag: 'refund', on: true });
  conversations.tag(store, actor, { id, tag: 'refund', on: false });
  conversations.handled(store, actor, { id, milliseconds: 9_000 });
  conversations.note(store, actor, { id, text: 'Looked it up.' });
  conversations.setStatus(store, actor, { id, status: 'on-hold' });
  expect(told().map(({ body }) => body)).toEqual([
    { type: 'assigned', from: null, to: operatorId },
    { type: 'tagged', tag: 'refund' },
    { type: 'untagged', tag: 'refund' },
    { type: 'status-changed', from: 'new', to: 'on-hold' },
  ]);
  expect(told()[3]).toMatchObject({ actor, at: new Date(clock.now()).toISOString() });
});

test('a conversation that comes back says so; a new one has its message for that', () => {
  const { conversations, store, channelId, question, id, actor, clock, told } = atWork();
  conversations.setStatus(store, actor, { id, status: 'resolved' });
  clock.advance(60_000);
  const again = aReplyTo(question, {
    direction: 'inbound',
    from: question.from,
    to: question.to,
    sentAt: clock.now(),
    internetMessageId: 'again@customer.example',
  });
  conversations.ingest(store, channelId, aBatch([again]));
  expect(told().at(-1)).toEqual({
    at: new Date(again.sentAt).toISOString(),
    actor: { kind: 'customer' },
    body: { type: 'opened', initiator: 'customer', reopened: true },
  });
});

test('a send is told where it was against the voice guide, and left to its message otherwise', () => {
  const { conversations, store, id, actor, told } = atWork();
  for (const voiceOverridden of [false, true])
    conversations.record(store, actor, {
      id,
      body: { type: 'send-queued', outboxId: newId<OutboxId>(0), voiceOverridden },
    });
  expect(told().map(({ body }) => body)).toMatchObject([{ type: 'send-queued', voiceOverridden: true }]);
});
