import { expect, test } from 'vitest';
import type { ReceivedMessage } from '../../electron/shared/received.ts';
import { aMessage, anAnswerTo, aReplyTo } from '../support/a-message.ts';
import { aBatch, conversationsOf, openDesk } from '../support/conversations-desk.ts';
import { openCorrectionsDesk } from '../support/corrections-desk.ts';

/** The mails of each conversation, by name, in the order of their time. */
function placesOf(
  mails: Readonly<Record<string, ReceivedMessage>>,
  order: readonly ReceivedMessage[],
): string[] {
  const { conversations, open } = openDesk();
  const { store, channelId } = open('northwind');
  for (const mail of order) conversations.ingest(store, channelId, aBatch([mail]));
  const nameOf = new Map(Object.entries(mails).map(([name, mail]) => [mail.internetMessageId, name]));
  return conversationsOf(store).map(({ id, subject }) => {
    const rows = store.all(
      store.sql.selectFrom('messages').selectAll().where('conversation_id', '=', id).orderBy('sent_at'),
    );
    return `${subject}: ${rows.map((row) => nameOf.get(row.internet_message_id)).join(' ')}`;
  });
}

/** All orders of so few mails, one much like the next. */
function ordersOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) => ordersOf(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

test('a reply under a new subject begins a topic of its own, in whatever order the mails come', () => {
  const question = aMessage();
  const reply = aReplyTo(question);
  const topic = anAnswerTo(reply, { subject: 'Re: A wrong invoice' });
  const answered = aReplyTo(topic, { subject: 'Re: A wrong invoice' });
  const thanks = anAnswerTo(reply, { sentAt: reply.sentAt + 9 * 3_600_000 });
  const mails = { question, reply, topic, answered, thanks };
  const orders = ordersOf(Object.values(mails)).filter((_, at) => at % 7 === 0);
  for (const order of orders)
    expect(placesOf(mails, order)).toEqual([
      'Where is my parcel?: question reply thanks',
      'Re: A wrong invoice: topic answered',
    ]);
});

test('marks in any language and small edits are no new subject', () => {
  const question = aMessage();
  const reply = aReplyTo(question, { subject: 'AW: Where is my parcel?' });
  const edited = anAnswerTo(reply, { subject: 'RV: AW: Where is my parcel? URGENT' });
  const mails = { question, reply, edited };
  expect(placesOf(mails, [question, reply, edited])).toEqual(['Where is my parcel?: question reply edited']);
});

test('a machine puts subjects its own way and begins no topic', () => {
  const question = aMessage();
  const reply = aReplyTo(question);
  const away = anAnswerTo(reply, { subject: 'I am on holiday until Monday', automatic: true });
  expect(placesOf({ question, reply, away }, [question, reply, away])).toEqual([
    'Where is my parcel?: question reply away',
  ]);
  expect(placesOf({ question, reply, away }, [away, reply, question])).toHaveLength(1);
});

test('Apple Mail names only the message it answers, and that is enough', () => {
  const question = aMessage();
  const reply = aReplyTo(question);
  const answer = anAnswerTo(reply, { references: [reply.internetMessageId ?? ''] });
  const again = aReplyTo(answer, { references: [answer.internetMessageId ?? ''] });
  const mails = { question, reply, answer, again };
  const orders = ordersOf(Object.values(mails)).filter((_, at) => at % 3 === 0);
  for (const order of orders) expect(placesOf(mails, order)).toHaveLength(1);
});

test('Apple Mail answers a mail that we never saw: the subject and the sender say where it belongs', () => {
  const question = aMessage();
  const answer = aMessage({
    subject: `Re: ${question.subject}`,
    references: ['automatic-answer@elsewhere.example'],
    sentAt: question.sentAt + 3_600_000,
  });
  expect(placesOf({ question, answer }, [question, answer])).toHaveLength(1);
  const other = { ...answer, from: { name: 'Mallory', address: 'mallory@elsewhere.example' } };
  expect(placesOf({ question, other }, [question, other])).toHaveLength(2);
});

test('Outlook leaves References out and answers a message whose id a server changed', () => {
  const question = aMessage();
  const reply = aReplyTo(question);
  const changed = anAnswerTo(reply, { references: ['changed-by-exchange@eu.example'] });
  const bare = anAnswerTo(reply, { references: [], subject: 'RE: Where is my parcel?' });
  expect(placesOf({ question, reply, changed, bare }, [question, reply, changed, bare])).toHaveLength(1);
});

test('an old thread that Outlook carries along under a new subject is not opened again', async () => {
  const desk = await openCorrectionsDesk();
  const question = aMessage({ sentAt: desk.clock.now() - 90 * 86_400_000 });
  const reply = aReplyTo(question);
  desk.receive(question, reply);
  const old = desk.whereIs(question);
  desk.core.services.conversations.setStatus(desk.store, { kind: 'system' }, { id: old, status: 'resolved' });
  const topic = anAnswerTo(reply, { subject: 'Re: A wrong invoice', sentAt: desk.clock.now() });
  desk.receive(topic);
  const { clientId, call } = desk;
  const conversationId = desk.whereIs(topic);
  expect(conversationId).not.toBe(old);
  expect((await call.conversations.read({ clientId, conversationId: old })).status).toBe('resolved');
  expect(await call.conversations.read({ clientId, conversationId })).toMatchObject({
    subject: 'Re: A wrong invoice',
    status: 'new',
    contact: { identities: [{ address: 'carla@customer.example' }] },
  });
  const links = await call.corrections.links({ clientId, conversationId });
  expect(links).toEqual({ from: [{ id: old, subject: 'Where is my parcel?' }], to: [] });
  expect((await call.corrections.links({ clientId, conversationId: old })).to).toEqual([
    { id: conversationId, subject: 'Re: A wrong invoice' },
  ]);
  const composer = await call.outbox.compose({ clientId, conversationId });
  expect(composer.subject).toBe('Re: A wrong invoice');
});

test('a stranger who names our messages is linked to none of them', async () => {
  const desk = await openCorrectionsDesk();
  const question = aMessage();
  const forged = anAnswerTo(aReplyTo(question), {
    from: { name: 'Mallory', address: 'mallory@elsewhere.example' },
    references: [question.internetMessageId ?? ''],
    subject: 'Pay this invoice',
  });
  desk.receive(question, forged);
  const { clientId, call } = desk;
  for (const mail of [question, forged])
    expect(await call.corrections.links({ clientId, conversationId: desk.whereIs(mail) })).toEqual({
      from: [],
      to: [],
    });
});
