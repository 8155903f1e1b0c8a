import { expect, onTestFinished, test } from 'vitest';
import { readPopulation } from '../../electron/core/features/metrics/service.ts';
import type { ReceivedMessage } from '../../electron/shared/received.ts';
import { aClient } from '../support/a-client.ts';
import { aMessage } from '../support/a-message.ts';
import { eventsOf } from '../support/conversations-desk.ts';
import { startFakeSmtp } from '../support/fake-smtp.ts';
import { startCore } from '../support/start-core.ts';
import { waitFor } from '../support/wait-for.ts';

const dana = { name: 'Dana Ferro', address: 'dana@elsewhere.example' };
const northwind = { name: 'Northwind', address: 'help@northwind.example' };

/** A core with one client and a mailbox whose SMTP side is fake; nobody has written yet. */
async function startDesk() {
  const smtp = await startFakeSmtp();
  onTestFinished(() => smtp.close());
  const started = await startCore();
  const { call, clock, core } = started;
  const { id: clientId } = await call.clients.add(aClient());
  const { stores, channels, conversations, sync } = core.services;
  const store = stores.of(clientId);
  const server = { host: '127.0.0.1', port: smtp.port, tls: 'none' as const };
  const login = { user: 'help', authentication: 'password' as const, trustedCertificate: null };
  const { id: channelId } = channels.add(store, {
    name: 'Mail',
    identities: [northwind, { name: 'Billing', address: 'billing@northwind.example' }],
    settings: { kind: 'mail', mail: { ...login, imap: { ...server, port: 1 }, smtp: server } },
    secret: 'secret',
  });
  const message = {
    clientId,
    channelId,
    identity: northwind,
    recipients: { to: [dana], cc: [], bcc: [] },
    subject: 'Your order has come back to us',
    text: 'Shall we send it again?',
  };
  const ingest = (...messages: ReceivedMessage[]) =>
    conversations.ingest(store, channelId, {
      messages,
      removed: [],
      cursor: '{}',
      progress: { done: 1, total: 1 },
    });
  const rows = async (view: 'mine' | 'all' | 'unanswered' | 'unassigned' | 'waiting') =>
    (await call.conversations.queue({ clientId, view })).rows;
  /** Sends what the composer holds now, as it is. */
  async function send(conversationId: Awaited<ReturnType<typeof call.outbox.begin>>['conversationId']) {
    const composer = await call.outbox.compose({ clientId, conversationId });
    const { identity, recipients, subject, text } = composer.draft ?? { ...composer, text: 'Any news?' };
    const words = { clientId, conversationId, identity, recipients, subject, text, templateId: null };
    const { channelId: bound, revision } = composer;
    return call.outbox.send({ ...words, channelId: bound, revision, checked: [] });
  }
  async function deliver(count: number) {
    clock.advance(10_000);
    sync.wakeOutbox(clientId);
    await waitFor(() => smtp.deliveries.length === count, 'the message to leave');
    await waitFor(
      async () => (await call.outbox.list({ clientId, conversationId: null })).length === 0,
      'the message to be sent',
    );
  }
  return { ...started, smtp, clientId, channelId, store, message, ingest, rows, send, deliver };
}

/** The customer's answer to what has left. */
const answerTo = (messageId: string, at: number) =>
  aMessage({
    from: dana,
    to: [northwind],
    subject: 'Re: Your order has come back to us',
    references: [messageId],
    sentAt: at,
  });

test('an operator writes first: it waits as their own, leaves without an In-Reply-To, and answers come to it', async () => {
  const { call, clock, core, smtp, clientId, store, message, ingest, rows, send, deliver } =
    await startDesk();
  core.start();
  const { conversationId } = await call.outbox.begin(message);
  expect(await rows('mine')).toMatchObject([{ id: conversationId, messageCount: 0, waitingSince: null }]);
  expect([...(await rows('unanswered')), ...(await rows('unassigned'))]).toEqual([]);
  const composer = await call.outbox.compose({ clientId, conversationId });
  expect(composer).toMatchObject({ channelId: message.channelId, subject: message.subject });
  expect(composer.draft).toMatchObject({ text: message.text, recipients: message.recipients });
  await call.conversations.handled({ clientId, conversationId, milliseconds: 20_000 });
  expect(readPopulation(store, { from: 0, to: clock.now() + 1 }).segments).toEqual([]);

  await send(conversationId);
  await deliver(1);
  const left = smtp.deliveries[0];
  expect(left?.to).toEqual([dana.address]);
  expect(left?.bytes.toString()).toContain(`Subject: ${message.subject}`);
  expect(left?.bytes.toString()).not.toMatch(/^(?:In-Reply-To|References):/im);
  const [sent] = await rows('waiting');
  expect(sent).toMatchObject({ id: conversationId, messageCount: 1, contactName: dana.name });
  expect(sent?.waitingSince).toBeNull();

  clock.advance(60_000);
  ingest(answerTo(left?.messageId ?? '', clock.now()));
  expect(await rows('unanswered')).toMatchObject([{ id: conversationId, messageCount: 2, status: 'open' }]);
  const facts = () => readPopulation(store, { from: 0, to: clock.now() + 1 }).segments;
  expect(facts()).toMatchObject([{ initiator: 'operator', firstResponse: null }]);
  expect(facts()[0]?.handling).toHaveLength(1);

  clock.advance(60_000);
  await send(conversationId);
  await deliver(2);
  const [segment] = facts();
  const sentAt = eventsOf(store, conversationId)
    .filter((event) => event.body.type === 'message-sent')
    .map((event) => event.at);
  expect(segment?.openedAt).toBe(sentAt[0]);
  expect(segment?.firstResponse).toEqual({ from: sentAt[0], to: sentAt[1] });
  expect(new Set(eventsOf(store, conversationId).map((event) => event.segmentId)).size).toBe(1);
});

test('the copy found in Sent before the server’s answer is the same message, and the same conversation', async () => {
  const { call, clock, clientId, store, message, ingest, rows, send } = await startDesk();
  const { conversationId } = await call.outbox.begin(message);
  const item = await send(conversationId);
  const queued = store.first(
    store.sql.selectFrom('outbox').select('internet_message_id').where('id', '=', item.id),
  );
  const messageId = queued?.internet_message_id ?? '';
  const wholeSecond = Math.floor(clock.now() / 1000) * 1000;
  ingest(
    aMessage({
      direction: 'outbound',
      internetMessageId: messageId,
      from: northwind,
      to: [dana],
      subject: message.subject,
      text: message.text,
      sentAt: wholeSecond,
    }),
    answerTo(messageId, clock.now() + 1000),
  );
  expect(await rows('all')).toMatchObject([{ id: conversationId, messageCount: 2, status: 'open' }]);
  const opened = eventsOf(store, conversationId).filter((event) => event.body.type === 'opened');
  expect(opened.map((event) => event.body)).toEqual([
    { type: 'opened', initiator: 'operator', reopened: false },
  ]);
  expect((await call.conversations.read({ clientId, conversationId })).contact.name).toBe(dana.name);
});

test('it is with whom its first message went to, whoever it was begun for', async () => {
  const { call, core, clientId, message, rows, send, deliver } = await startDesk();
  core.start();
  const { conversationId } = await call.outbox.begin(message);
  const other = { name: 'Eli Brandt', address: 'eli@elsewhere.example' };
  const { channelId: _, ...words } = message;
  await call.outbox.saveDraft({
    ...words,
    conversationId,
    recipients: { ...message.recipients, to: [other] },
    subject: 'Your parcel',
    templateId: null,
  });
  expect(await rows('mine')).toMatchObject([{ subject: 'Your parcel' }]);
  await send(conversationId);
  await deliver(1);
  expect(await rows('all')).toMatchObject([{ contactName: other.name, contactAddress: other.address }]);
  expect((await call.outbox.compose({ clientId, conversationId })).subject).toBe('Re: Your parcel');
});

test('what is discarded unsent leaves nothing behind, not even after it was taken back', async () => {
  const { call, clientId, store, message, rows, send } = await startDesk();
  const { conversationId } = await call.outbox.begin(message);
  const item = await send(conversationId);
  await call.outbox.discardDraft({ clientId, conversationId });
  expect(await rows('all')).toHaveLength(1);
  await call.outbox.cancel({ clientId, outboxId: item.id });
  expect((await call.outbox.compose({ clientId, conversationId })).draft?.text).toBe(message.text);
  await call.outbox.discardDraft({ clientId, conversationId });
  expect(await rows('all')).toEqual([]);
  for (const table of ['conversations', 'contacts', 'identities', 'events', 'drafts', 'outbox'] as const)
    expect(store.all(store.sql.selectFrom(table).selectAll()), table).toEqual([]);
});

test('what waits to leave outlives its mailbox, and says why it can not leave', async () => {
  const { call, clientId, channelId, message, rows, send } = await startDesk();
  const { conversationId } = await call.outbox.begin(message);
  await send(conversationId);
  await call.channels.remove({ clientId, channelId });
  expect(await call.channels.list({ clientId })).toMatchObject([{ settings: { kind: 'archive' } }]);
  expect(await rows('all')).toHaveLength(1);
  expect(await call.outbox.list({ clientId, conversationId })).toMatchObject([{ text: message.text }]);
});

test('one who is known already stays known when a message to them is discarded', async () => {
  const { call, clientId, message, ingest, rows } = await startDesk();
  ingest(aMessage({ from: dana }));
  const { conversationId } = await call.outbox.begin(message);
  await call.outbox.discardDraft({ clientId, conversationId });
  expect(await rows('all')).toMatchObject([{ contactName: dana.name, messageCount: 1 }]);
});

test('nothing is begun through another client, a foreign address or a broken header', async () => {
  const { call, message, rows } = await startDesk();
  const other = await call.clients.add(aClient({ name: 'Contoso', mark: 'CO' }));
  await expect(call.outbox.begin({ ...message, clientId: other.id })).rejects.toThrow('wrong-client');
  const foreign = { name: 'Northwind', address: 'ceo@northwind.example' };
  await expect(call.outbox.begin({ ...message, identity: foreign })).rejects.toThrow('sender-refused');
  const injected = call.outbox.begin({ ...message, subject: 'Hello\r\nBcc: all@elsewhere.example' });
  await expect(injected).rejects.toThrow('invalid-input');
  expect(await rows('all')).toEqual([]);
});

test('before anything was said there is nothing to resolve and nothing to note', async () => {
  const { call, clientId, message, rows } = await startDesk();
  const { conversationId } = await call.outbox.begin(message);
  const at = { clientId, conversationId };
  await expect(call.conversations.setStatus({ ...at, status: 'resolved' })).rejects.toThrow('conflict');
  await expect(call.conversations.note({ ...at, text: 'Called them.' })).rejects.toThrow('conflict');
  expect(await rows('mine')).toMatchObject([{ status: 'new' }]);
});
