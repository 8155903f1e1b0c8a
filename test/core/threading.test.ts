import { expect, test } from 'vitest';
import type { ClientStore } from '../../electron/core/store/client/client-store.ts';
import { aMessage, anAnswerTo, aReplyTo } from '../support/a-message.ts';
import { addChannel, aBatch, conversationsOf, eventsOf, openDesk } from '../support/conversations-desk.ts';

const day = 24 * 3_600_000;
const stranger = { name: 'Mallory', address: 'mallory@elsewhere.example' };
const countsOf = (store: ClientStore) => conversationsOf(store).map((row) => row.message_count);

test('thread-hijack: headers that name a stranger’s conversation open nothing', () => {
  const { conversations, open } = openDesk();
  const { store, channelId } = open('northwind');
  const question = aMessage();
  const reply = aReplyTo(question);
  const forged = anAnswerTo(reply, { from: stranger, subject: `Re: ${question.subject}` });
  conversations.ingest(store, channelId, aBatch([question, reply, forged]));
  expect(countsOf(store)).toEqual([2, 1]);

  const again = anAnswerTo(forged, { from: stranger, to: question.to });
  conversations.ingest(store, channelId, aBatch([again]));
  expect(countsOf(store)).toEqual([2, 2]);
});

test('thread-hijack: our own address in From proves nothing, what stands in Sent is ours', () => {
  const { conversations, open } = openDesk();
  const { store, channelId } = open('northwind');
  const question = aMessage();
  const asUs = aMessage({
    from: question.to[0]!,
    references: [question.internetMessageId!],
    subject: 'Re: refund it',
  });
  conversations.ingest(store, channelId, aBatch([question, asUs]));
  expect(countsOf(store)).toEqual([1, 1]);
  expect(conversationsOf(store)[0]).toMatchObject({ status: 'new', waiting_since: question.sentAt });
});

test('thread-hijack: an older mail with a known id joins only when the answer speaks to its writer', () => {
  const { conversations, open } = openDesk();
  const { store, channelId } = open('northwind');
  const missing = 'asked-elsewhere@customer.example';
  const question = aMessage({ references: [missing], sentAt: Date.UTC(2026, 2, 3) });
  conversations.ingest(store, channelId, aBatch([question]));
  const slipped = aMessage({
    internetMessageId: missing,
    from: stranger,
    cc: [question.from],
    subject: 'Something else',
    sentAt: question.sentAt - day,
  });
  conversations.ingest(store, channelId, aBatch([slipped]));
  expect(countsOf(store)).toEqual([1, 1]);
});

test.each([
  /** Under the same subject it stays with what its writer and we have said. */
  ['Re: Where is my parcel?', [1, 3]],
  /** Under the forger's own it is another matter, and shows nobody what was said before. */
  ['Re: other', [2, 2]],
])(
  'thread-hijack: a reply to all does not pull the forger’s conversation into the customer’s (%s)',
  (subject, counts) => {
    const { conversations, open } = openDesk();
    const { store, channelId } = open('northwind');
    const question = aMessage();
    const reply = aReplyTo(question);
    const forged = anAnswerTo(reply, { from: stranger, to: question.to, cc: [question.from], subject });
    const toAll = anAnswerTo(forged, { from: question.from, cc: [stranger], subject });
    conversations.ingest(store, channelId, aBatch([question, reply, forged, toAll]));
    expect(countsOf(store).toSorted()).toEqual(counts);
    const forger = conversationsOf(store).find(
      ({ id }) => !conversations.read(store, id).messages.some((each) => each.text === question.text),
    );
    expect(conversations.read(store, forger!.id).messages[0]).toMatchObject({ from: stranger });
  },
);

test('a colleague in copy takes part', () => {
  const { conversations, open } = openDesk();
  const { store, channelId } = open('northwind');
  const colleague = { name: 'Colin', address: 'Colin@customer.example' };
  const question = aMessage({ cc: [colleague] });
  const answer = anAnswerTo(aReplyTo(question), {
    from: { ...colleague, address: 'colin@CUSTOMER.example' },
  });
  conversations.ingest(store, channelId, aBatch([question, answer]));
  expect(countsOf(store)).toEqual([2]);
});

test('cross-brand-mid: the same mail in two clients stays in each, and neither knows of the other', () => {
  const { conversations, open, operatorId } = openDesk();
  const northwind = open('northwind');
  const acme = open('acme');
  const question = aMessage({ text: 'To both of you' });
  conversations.ingest(northwind.store, northwind.channelId, aBatch([question]));
  conversations.ingest(acme.store, acme.channelId, aBatch([question, anAnswerTo(aReplyTo(question))]));
  expect(countsOf(northwind.store)).toEqual([1]);
  expect(countsOf(acme.store)).toEqual([2]);
  const only = conversations.search([northwind.store], {
    clientId: null,
    text: 'both',
    cursor: null,
    limit: 50,
  });
  expect(only.hits.map((hit) => hit.clientId)).toEqual([northwind.store.clientId]);
  const rows = conversations.queue([northwind.store, acme.store], {
    clientId: null,
    view: 'all',
    cursor: null,
    limit: 50,
    operatorId,
  }).rows;
  expect(rows.map((row) => row.clientId).toSorted()).toEqual(
    [northwind.store.clientId, acme.store.clientId].toSorted(),
  );
  expect(() => conversations.read(northwind.store, conversationsOf(acme.store)[0]!.id)).toThrow('not-found');
});

test('plus-address-token: what names another client’s conversation, in the address or in the headers, links to nothing', () => {
  const { conversations, open } = openDesk();
  const northwind = open('northwind');
  const acme = open('acme');
  const question = aMessage({ text: 'About my order' });
  const answer = aReplyTo(question);
  conversations.ingest(northwind.store, northwind.channelId, aBatch([question, answer]));
  const token = answer.internetMessageId?.split('@')[0] ?? '';
  const astray = anAnswerTo(answer, { to: [{ name: '', address: `help+${token}@acme.example` }] });
  conversations.ingest(acme.store, acme.channelId, aBatch([astray]));
  expect(countsOf(northwind.store)).toEqual([2]);
  expect(countsOf(acme.store)).toEqual([1]);
});

test('dup-delivery: one message, two places on the server; removal and return are only noted', () => {
  const { conversations, open } = openDesk();
  const { store, channelId } = open('northwind');
  const copy = (uid: number, uidValidity = '1') => ({ mailbox: 'INBOX', uidValidity, uid });
  const question = aMessage({ copy: copy(1) });
  const copies = () =>
    store
      .all(store.sql.selectFrom('server_copies').selectAll().orderBy('uid_validity').orderBy('uid'))
      .map((row) => [row.uid_validity, row.uid, row.removed]);
  conversations.ingest(store, channelId, aBatch([question, { ...question, copy: copy(2) }]));
  expect(countsOf(store)).toEqual([1]);
  conversations.ingest(store, channelId, aBatch([], [copy(1), copy(77)]));
  expect(copies()).toEqual([
    ['1', 1, 1],
    ['1', 2, 0],
  ]);
  conversations.ingest(store, channelId, aBatch([{ ...question, copy: copy(1) }]));
  expect(copies()[0]).toEqual(['1', 1, 0]);
  /** uidvalidity-change: everything comes again under new numbers. */
  conversations.ingest(store, channelId, aBatch([{ ...question, copy: copy(1, '2') }]));
  expect(countsOf(store)).toEqual([1]);
  expect(copies()).toHaveLength(3);
});

test('one mail to two mailboxes of a client is one message', () => {
  const { conversations, open, clock } = openDesk();
  const { store, channelId } = open('northwind');
  const sales = addChannel(store, { name: 'sales', now: clock.now() });
  const question = aMessage();
  conversations.ingest(store, channelId, aBatch([question]));
  expect(conversations.ingest(store, sales, aBatch([question])).added).toBe(0);
  expect(countsOf(store)).toEqual([1]);
});

test('two mails with one Message-ID, as broken programs write them, are both kept', () => {
  const { conversations, open } = openDesk();
  const { store, channelId } = open('northwind');
  const first = aMessage({ internetMessageId: 'broken@customer.example', subject: 'Invoice 1' });
  const second = aMessage({ internetMessageId: 'broken@customer.example', subject: 'Invoice 2' });
  for (let time = 0; time < 2; time += 1) conversations.ingest(store, channelId, aBatch([first, second]));
  expect(countsOf(store)).toEqual([1, 1]);
});

test('a copy to ourselves that turns out to stand in Sent is a reply', () => {
  const { conversations, open } = openDesk();
  const { store, channelId } = open('northwind');
  const question = aMessage();
  const reply = aReplyTo(question, { cc: [question.to[0]!] });
  conversations.ingest(store, channelId, aBatch([question, { ...reply, direction: 'inbound' }]));
  conversations.ingest(store, channelId, aBatch([reply]));
  expect(countsOf(store)).toEqual([2]);
  expect(conversationsOf(store)[0]).toMatchObject({ status: 'waiting', waiting_since: null });
  expect(eventsOf(store, conversationsOf(store)[0]!.id).map((event) => event.body.type)).toEqual([
    'opened',
    'message-received',
    'message-sent',
  ]);
});

test('subjects thread cautiously: same customer, same matter, marked as an answer, within a week', () => {
  const { conversations, open } = openDesk();
  const { store, channelId } = open('northwind');
  const at = Date.UTC(2026, 1, 2);
  const from = { name: 'Amal', address: 'amal@customer.example' };
  const messages = [
    aMessage({ from, subject: 'الطلب رقم ١٢', sentAt: at }),
    aMessage({ from, subject: 'رد: الطلب رقم ١٢', sentAt: at + day }),
    aMessage({ from: stranger, subject: 'رد: الطلب رقم ١٢', sentAt: at + day }),
    aMessage({ from, subject: 'الطلب رقم ١٢', sentAt: at + 2 * day }),
    aMessage({ from, subject: 'رد: الطلب رقم ١٢', sentAt: at + 30 * day }),
    aMessage({ from, subject: 'Re: hi', sentAt: at }),
    aMessage({ from, subject: 'hi', sentAt: at - 1 }),
  ];
  conversations.ingest(store, channelId, aBatch(messages));
  expect(countsOf(store).toSorted()).toEqual([1, 1, 1, 1, 1, 2]);
});

test('automatic mail begins a conversation but starts, stops and reopens nothing', () => {
  const { conversations, open, operator, clock } = openDesk();
  const { store, channelId } = open('northwind');
  const question = aMessage({ sentAt: clock.now() - day });
  const reply = aReplyTo(question);
  const away = anAnswerTo(reply, {
    automatic: true,
    subject: 'Automatic reply: parcel',
    sentAt: reply.sentAt + 1000,
  });
  conversations.ingest(store, channelId, aBatch([question, { ...reply, automatic: true }]));
  expect(conversationsOf(store)[0]).toMatchObject({ status: 'new', waiting_since: question.sentAt });
  const { id } = conversationsOf(store)[0]!;
  conversations.setStatus(store, operator, { id, status: 'resolved' });
  conversations.ingest(
    store,
    channelId,
    aBatch([{ ...away, sentAt: clock.now() + 1, receivedAt: clock.now() + 1 }]),
  );
  expect(conversationsOf(store)[0]).toMatchObject({
    status: 'resolved',
    waiting_since: null,
    message_count: 3,
  });
});

test('spam stays spam', () => {
  const { conversations, open, operator, clock } = openDesk();
  const { store, channelId } = open('northwind');
  const offer = aMessage({ sentAt: clock.now() - day });
  conversations.ingest(store, channelId, aBatch([offer]));
  conversations.setStatus(store, operator, { id: conversationsOf(store)[0]!.id, status: 'spam' });
  const more = aMessage({ references: [offer.internetMessageId!], sentAt: clock.now() + 1 });
  conversations.ingest(store, channelId, aBatch([more]));
  expect(conversationsOf(store)[0]).toMatchObject({ status: 'spam', waiting_since: null, message_count: 2 });
});
