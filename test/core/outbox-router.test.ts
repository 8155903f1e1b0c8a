import { expect, onTestFinished, test } from 'vitest';
import { aClient } from '../support/a-client.ts';
import { aMessage } from '../support/a-message.ts';
import { startFakeSmtp, type FakeSmtpOptions } from '../support/fake-smtp.ts';
import { startCore } from '../support/start-core.ts';
import { waitFor } from '../support/wait-for.ts';

/** A core with one client, a mailbox whose SMTP side is fake, and a customer's message in it. */
async function startDesk(options: FakeSmtpOptions = {}) {
  const smtp = await startFakeSmtp(options);
  onTestFinished(() => smtp.close());
  const started = await startCore();
  const { id: clientId } = await started.call.clients.add(aClient());
  const server = { host: '127.0.0.1', port: smtp.port, tls: 'none' as const };
  const mail = {
    user: 'help',
    authentication: 'password' as const,
    imap: { ...server, port: 1 },
    smtp: server,
  };
  const { stores, channels, conversations } = started.core.services;
  const store = stores.of(clientId);
  const channel = channels.add(store, {
    name: 'Mail',
    identities: [{ name: 'Northwind', address: 'help@northwind.example' }],
    settings: { kind: 'mail', mail: { ...mail, trustedCertificate: null } },
    secret: 'secret',
  });
  const batch = { messages: [aMessage()], removed: [], cursor: '{}', progress: { done: 1, total: 1 } };
  const [conversationId] = conversations.ingest(store, channel.id, batch).conversationIds;
  if (!conversationId) throw new Error('no conversation');
  return { ...started, smtp, clientId, conversationId };
}

test('through the router: compose, attach, save, send, take back, send again, and it leaves after ten seconds', async () => {
  const { call, clock, smtp, clientId, conversationId, core } = await startDesk();
  const composer = await call.outbox.compose({ clientId, conversationId });
  expect(composer).toMatchObject({
    clientId,
    subject: 'Re: Where is my parcel?',
    undoSeconds: 10,
    canSend: true,
  });
  const file = { clientId, conversationId, name: 'label.pdf', type: 'application/pdf' };
  const attachment = await call.outbox.attach({ ...file, base64: Buffer.from('%PDF').toString('base64') });
  const words = {
    clientId,
    conversationId,
    identity: composer.identity,
    recipients: composer.recipients,
    subject: composer.subject,
    text: 'It left our house this morning.',
    templateId: null,
    attachmentIds: [attachment.id],
  };
  const draft = await call.outbox.saveDraft(words);
  const reply = { ...words, channelId: composer.channelId, revision: draft.revision, checked: [] };
  const first = await call.outbox.send(reply);
  clock.advance(9_000);
  expect((await call.outbox.cancel({ clientId, outboxId: first.id })).state).toBe('cancelled');
  const restored = (await call.outbox.compose({ clientId, conversationId })).draft;
  expect(restored).toMatchObject({ text: words.text, attachmentIds: [attachment.id] });

  const second = await call.outbox.send({ ...reply, revision: restored?.revision ?? 0 });
  core.start();
  expect(smtp.received()).toBe(0);
  clock.advance(10_000);
  core.services.sync.wakeOutbox(clientId);
  await waitFor(() => smtp.deliveries.length === 1, 'the reply to leave');
  expect(smtp.deliveries[0]?.messageId.startsWith(second.id)).toBe(true);
  await waitFor(async () => {
    const items = await call.outbox.list({ clientId, conversationId });
    return items.some((item) => item.id === second.id && item.state === 'sent');
  }, 'the reply to be sent');
  await expect(call.outbox.cancel({ clientId, outboxId: second.id })).rejects.toThrow('already-sent');
});

test('a reply for one client never leaves through another', async () => {
  const { call, smtp, clientId, conversationId } = await startDesk();
  const other = await call.clients.add(aClient({ name: 'Contoso', mark: 'CO' }));
  const composer = await call.outbox.compose({ clientId, conversationId });
  const reply = {
    conversationId,
    channelId: composer.channelId,
    identity: composer.identity,
    recipients: composer.recipients,
    subject: composer.subject,
    text: 'Hello',
    templateId: null,
    revision: composer.revision,
    checked: [],
  };
  await expect(call.outbox.send({ ...reply, clientId: other.id })).rejects.toThrow('wrong-client');
  await expect(call.outbox.compose({ clientId: other.id, conversationId })).rejects.toThrow('wrong-client');
  expect(smtp.received()).toBe(0);
});

test('what is no address is refused in every field of the recipients, and nothing is queued', async () => {
  const { call, clientId, conversationId } = await startDesk();
  const composer = await call.outbox.compose({ clientId, conversationId });
  const { channelId, identity, subject, revision, recipients } = composer;
  const words = { clientId, conversationId, channelId, identity, subject, revision };
  const send = (people: typeof recipients) =>
    call.outbox.send({ ...words, recipients: people, text: 'Hello', templateId: null, checked: [] });
  for (const field of ['to', 'cc', 'bcc'] as const) {
    const wrong = { name: 'Ana', address: 'ana@' };
    await expect(send({ ...recipients, [field]: [...recipients[field], wrong] })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  }
  expect(await call.outbox.list({ clientId, conversationId })).toEqual([]);
});

test('what the server takes is known before anything is sent, and without a login', async () => {
  const ehlo = ['250-fake', '250-AUTH PLAIN', '250 SIZE 40000'];
  const { call, core, smtp, clientId, conversationId } = await startDesk({
    script: () => ({ ehlo, auth: '535 5.7.8 no' }),
  });
  const known = async () => (await call.outbox.compose({ clientId, conversationId })).maximumSize;
  expect(await known()).toBeNull();
  core.start();
  await waitFor(async () => (await known()) === 40_000, 'the server to say what it takes');
  expect(smtp.deliveries).toEqual([]);
});
