import { expect, test } from 'vitest';
import type { ClientStore } from '../../electron/core/store/client/client-store.ts';
import type { ReceivedMessage } from '../../electron/shared/received.ts';
import { aClient } from '../support/a-client.ts';
import { aMessage, anAnswerTo, aReplyTo } from '../support/a-message.ts';
import { aReportAbout, refusal, reportText } from '../support/a-report.ts';
import { aBatch, conversationsOf, eventsOf, openDesk } from '../support/conversations-desk.ts';
import { startParsePool } from '../support/mail-connector.ts';
import { startCore } from '../support/start-core.ts';

const minute = 60_000;

/** A client with a mailbox, whose mail the test hands over as its connector would. */
async function aDesk() {
  const started = await startCore();
  const { services } = started.core;
  const { id: clientId } = await started.call.clients.add(aClient());
  const store = services.stores.of(clientId);
  const identities = [{ name: 'Northwind', address: 'help@northwind.example' }];
  const channel = services.channels.add(store, {
    name: 'Mail',
    identities,
    settings: { kind: 'demo' },
    secret: null,
  });
  const take = (...messages: ReceivedMessage[]) =>
    services.conversations.ingest(store, channel.id, aBatch(messages)).conversationIds;
  const pool = startParsePool();
  /** Parses a report's bytes as the mail connector does, and takes it in. */
  async function takeReport(text: string) {
    const raw = {
      bytes: Buffer.from(text),
      receivedAt: null,
      copy: null,
      place: 'received',
      ownAddresses: [],
    } as const;
    return take(...(await pool.parse([raw])));
  }
  const asked = aMessage({ sentAt: started.clock.now() - 60 * minute });
  const replied = aReplyTo(asked, { sentAt: started.clock.now() - 30 * minute });
  const [conversationId] = take(asked, replied);
  if (!conversationId) throw new Error('no conversation');
  const read = () => started.call.conversations.read({ clientId, conversationId });
  const queue = (view: 'unanswered' | 'all') => started.call.conversations.queue({ clientId, view });
  return { ...started, clientId, conversationId, asked, replied, take, takeReport, read, queue };
}

test('a reply that comes back says so with the reason, and its conversation is open again', async () => {
  const desk = await aDesk();
  const at = desk.clock.now() - 20 * minute;
  expect((await desk.read()).status).toBe('waiting');
  expect((await desk.queue('unanswered')).rows).toEqual([]);

  await desk.takeReport(reportText(desk.replied.internetMessageId ?? '', { at }));

  const conversation = await desk.read();
  const moment = new Date(Math.floor(at / 1_000) * 1_000).toISOString();
  expect(conversation).toMatchObject({
    status: 'open',
    waitingSince: moment,
    contact: { name: 'Carla Customer' },
  });
  expect(conversation.messages.map(({ kind, automatic, bounced }) => ({ kind, automatic, bounced }))).toEqual(
    [
      { kind: 'inbound', automatic: false, bounced: [] },
      {
        kind: 'outbound',
        automatic: false,
        bounced: [{ address: 'carla@customer.example', status: '5.1.1', reason: refusal, at: moment }],
      },
      { kind: 'inbound', automatic: true, bounced: [] },
    ],
  );
  expect(conversation.events).toMatchObject([
    { at: moment, actor: { kind: 'system' }, body: { type: 'status-changed', from: 'waiting', to: 'open' } },
  ]);
  const { rows } = await desk.queue('unanswered');
  expect(rows.map((row) => row.id)).toEqual([desk.conversationId]);
});

test('the answer still goes to the customer, in answer to what the customer wrote', async () => {
  const desk = await aDesk();
  await desk.takeReport(reportText(desk.replied.internetMessageId ?? '', { at: desk.clock.now() }));
  const { clientId, conversationId } = desk;
  const composer = await desk.call.outbox.compose({ clientId, conversationId });
  expect(composer.recipients).toEqual({
    to: [{ name: 'Carla Customer', address: 'carla@customer.example' }],
    cc: [],
    bcc: [],
  });
});

test('a resolved conversation opens again in the same segment; the same report twice is one', async () => {
  const desk = await aDesk();
  const { clientId, conversationId } = desk;
  await desk.call.conversations.setStatus({ clientId, conversationId, status: 'resolved' });
  const text = reportText(desk.replied.internetMessageId ?? '', { at: desk.clock.now() + minute });
  await desk.takeReport(text);
  await desk.takeReport(text);
  expect(await desk.read()).toMatchObject({ status: 'open', messageCount: 3 });
  const events = eventsOf(desk.core.services.stores.of(clientId), conversationId);
  expect(events.filter(({ body }) => body.type === 'message-bounced')).toHaveLength(1);
  expect(events.filter(({ body }) => body.type === 'opened')).toHaveLength(1);
});

test('mail that is only late changes nothing', async () => {
  const desk = await aDesk();
  const id = desk.replied.internetMessageId ?? '';
  await desk.takeReport(reportText(id, { at: desk.clock.now(), action: 'delayed' }));
  expect(await desk.read()).toMatchObject({ status: 'waiting', messageCount: 2, waitingSince: null });
});

test('an automatic reply never opens, answers or stops a clock', async () => {
  const desk = await aDesk();
  const { clientId, conversationId, replied } = desk;
  const absence = { automatic: true, subject: 'Automatic reply: Re: Where is my parcel?' };
  desk.take(anAnswerTo(replied, { ...absence, sentAt: replied.sentAt + minute }));
  expect(await desk.read()).toMatchObject({ status: 'waiting', waitingSince: null, messageCount: 3 });

  await desk.call.conversations.setStatus({ clientId, conversationId, status: 'resolved' });
  desk.take(anAnswerTo(replied, { ...absence, sentAt: desk.clock.now() + minute }));
  expect(await desk.read()).toMatchObject({ status: 'resolved', waitingSince: null, messageCount: 4 });

  const question = anAnswerTo(replied, { text: 'And when?', sentAt: desk.clock.now() + 2 * minute });
  desk.take(question, aReplyTo(question, { automatic: true, sentAt: desk.clock.now() + 3 * minute }));
  expect(await desk.read()).toMatchObject({
    status: 'open',
    waitingSince: new Date(question.sentAt).toISOString(),
  });
});

/** What a desk looks like in the end, whatever the order was in which its mail came. */
const outcome = (store: ClientStore) =>
  conversationsOf(store).map((row) => ({
    status: row.status,
    subject: row.subject,
    count: row.message_count,
    waiting: row.waiting_since,
    events: eventsOf(store, row.id).map(({ at, actor, body }) => ({ at, actor, type: body.type })),
  }));

const start = Date.UTC(2026, 2, 4, 9);
const asked = aMessage({ sentAt: start });
const replied = aReplyTo(asked, { sentAt: start + minute });
const report = aReportAbout(replied, { sentAt: start + 2 * minute });
const resent = aReplyTo(asked, { text: 'Once more: it has left.', sentAt: start + 3 * minute });

test.each([
  ['as it was written', [asked, replied, report, resent]],
  ['the report first', [report, asked, replied, resent]],
  ['the newest first', [resent, report, replied, asked]],
  ['INBOX before Sent', [asked, report, replied, resent]],
])('the past is the same, %s', (_name, order) => {
  const { conversations, open } = openDesk();
  const { store, channelId } = open('northwind');
  for (const message of order) conversations.ingest(store, channelId, aBatch([message]));
  expect(outcome(store)).toMatchObject([
    {
      status: 'waiting',
      subject: asked.subject,
      count: 4,
      waiting: null,
    },
  ]);
  const types = outcome(store)[0]?.events.map((event) => event.type);
  expect(types?.filter((type) => type !== 'status-changed')).toEqual([
    'opened',
    'message-received',
    'message-sent',
    'message-received',
    'message-bounced',
    'message-sent',
  ]);
});

test('a report about nobody we know, or about a mail that was not ours, stays by itself', () => {
  const { conversations, open } = openDesk();
  const { store, channelId } = open('northwind');
  const stranger = aReportAbout(aMessage());
  const aboutTheirs = aReportAbout(asked, { subject: 'Undelivered: yours' });
  conversations.ingest(store, channelId, aBatch([asked, replied, stranger, aboutTheirs]));
  expect(conversationsOf(store).map((row) => [row.subject, row.status, row.message_count])).toEqual([
    [asked.subject, 'waiting', 2],
    ['Undelivered: yours', 'new', 1],
    ['Undelivered Mail Returned to Sender', 'new', 1],
  ]);
});

test('a report that somebody has worked with stays where it is, and is told all the same', () => {
  const { conversations, open, operator } = openDesk();
  const { store, channelId } = open('northwind');
  const [alone] = conversations.ingest(store, channelId, aBatch([report])).conversationIds;
  if (!alone) throw new Error('no conversation');
  conversations.note(store, operator, { id: alone, text: 'Whose is it?' });
  const [own] = conversations.ingest(store, channelId, aBatch([asked, replied])).conversationIds;
  if (!own) throw new Error('no conversation');
  expect(conversations.read(store, alone).messages).toHaveLength(2);
  expect(conversations.read(store, own)).toMatchObject({
    status: 'open',
    messages: [{ bounced: [] }, { bounced: [{ reason: refusal }] }],
  });
});

test('a report that comes before the outbox knows that it sent joins as soon as it does', () => {
  const { conversations, open, operatorId } = openDesk();
  const { store, channelId } = open('northwind');
  const [conversationId] = conversations.ingest(store, channelId, aBatch([asked])).conversationIds;
  if (!conversationId) throw new Error('no conversation');
  conversations.ingest(store, channelId, aBatch([report]));
  expect(conversationsOf(store)).toHaveLength(2);
  conversations.recordSent(store, {
    conversationId,
    channelId,
    operatorId,
    internetMessageId: replied.internetMessageId ?? '',
    from: replied.from,
    to: replied.to,
    cc: [],
    subject: replied.subject,
    bytes: Buffer.from(replied.text),
    sha256: 'sha',
    text: replied.text,
    attachments: [],
    templateId: null,
    thenStatus: 'resolved',
    at: replied.sentAt,
  });
  expect(conversationsOf(store)).toHaveLength(1);
  const { status, messages } = conversations.read(store, conversationId);
  expect(status).toBe('open');
  expect(messages.map(({ bounced }) => bounced.length)).toEqual([0, 1, 0]);
});

test('a report with a stamp of whole seconds still stands behind the message that it is about', () => {
  const { conversations, open } = openDesk();
  const { store, channelId } = open('northwind');
  const sent = aReplyTo(asked, { sentAt: start + 1_500, references: [] });
  const quick = aReportAbout(sent, { sentAt: start + 1_000 });
  for (const message of [sent, quick]) conversations.ingest(store, channelId, aBatch([message]));
  const [row] = conversationsOf(store);
  if (!row) throw new Error('no conversation');
  const { contact, messages } = conversations.read(store, row.id);
  expect(contact.name).toBe('Carla Customer');
  expect(messages.map(({ kind }) => kind)).toEqual(['outbound', 'inbound']);
});
