import { expect, onTestFinished, test } from 'vitest';
import { readPopulation } from '../../electron/core/features/metrics/service.ts';
import type { ClientId, ConversationId } from '../../electron/shared/ids.ts';
import { aClient } from '../support/a-client.ts';
import { aMessage } from '../support/a-message.ts';
import { startFakeSmtp } from '../support/fake-smtp.ts';
import { startCore } from '../support/start-core.ts';
import { waitFor } from '../support/wait-for.ts';

const dana = { name: 'Dana Ferro', address: 'dana@carrier.example' };

/** Two clients in one core, each with a mailbox; a customer has written to each. */
async function startDesks() {
  const smtp = await startFakeSmtp();
  onTestFinished(() => smtp.close());
  const started = await startCore();
  const { call, clock, core } = started;
  const { stores, channels, conversations, sync } = core.services;
  const server = { host: '127.0.0.1', port: smtp.port, tls: 'none' as const };
  const login = { user: 'help', authentication: 'password' as const, trustedCertificate: null };
  async function open(name: string, mark: string) {
    const { id: clientId } = await call.clients.add(aClient({ name, mark }));
    const domain = `${name.toLowerCase()}.example`;
    const { id: channelId } = channels.add(stores.of(clientId), {
      name: 'Mail',
      identities: [{ name, address: `help@${domain}` }],
      settings: { kind: 'mail', mail: { ...login, imap: { ...server, port: 1 }, smtp: server } },
      secret: 'secret',
    });
    const asked = aMessage({
      from: { name: `Carla of ${name}`, address: `carla@buyer-${domain}` },
      to: [{ name, address: `help@${domain}` }],
      sentAt: clock.now(),
    });
    const batch = { messages: [asked], removed: [], cursor: '{}', progress: { done: 1, total: 1 } };
    const [id] = conversations.ingest(stores.of(clientId), channelId, batch).conversationIds;
    if (!id) throw new Error('no conversation');
    return { clientId, channelId, conversationId: id, store: stores.of(clientId) };
  }
  async function deliver(clientId: ClientId, count: number) {
    clock.advance(10_000);
    sync.wakeOutbox(clientId);
    await waitFor(() => smtp.deliveries.length === count, 'the message to leave');
    await waitFor(
      async () => (await call.outbox.list({ clientId, conversationId: null })).length === 0,
      'it to be sent',
    );
  }
  return {
    ...started,
    smtp,
    deliver,
    northwind: await open('Northwind', 'NW'),
    contoso: await open('Contoso', 'CO'),
  };
}

test('a forward leaves through the router, and no figure takes it for an answer to the customer', async () => {
  const { call, clock, core, smtp, northwind, deliver } = await startDesks();
  const { clientId, conversationId, channelId, store } = northwind;
  core.start();
  const at = { clientId, conversationId };
  clock.advance(60_000);
  expect(await call.outbox.forward({ ...at, messageId: null })).toMatchObject({ kind: 'forward', text: '' });
  const { draft } = await call.outbox.compose({ ...at, kind: 'forward' });
  const words = {
    ...at,
    kind: 'forward' as const,
    identity: { name: '', address: 'help@northwind.example' },
    recipients: { to: [dana], cc: [], bcc: [] },
    subject: draft?.subject ?? '',
    text: 'Can you find it?',
    templateId: null,
    manner: draft?.manner,
  };
  const { revision } = await call.outbox.saveDraft(words);
  await call.outbox.send({ ...words, channelId, revision, checked: [] });
  await deliver(clientId, 1);
  expect(smtp.deliveries[0]?.to).toEqual([dana.address]);
  const facts = () => readPopulation(store, { from: 0, to: clock.now() + 1 }).segments;
  expect(facts()).toMatchObject([{ firstResponse: null }]);
  const [waiting] = (await call.conversations.queue({ clientId, view: 'unanswered' })).rows;
  expect(waiting).toMatchObject({ id: conversationId, messageCount: 2 });

  clock.advance(60_000);
  const composer = await call.outbox.compose(at);
  expect(composer.recipients.to).toMatchObject([{ address: 'carla@buyer-northwind.example' }]);
  await call.outbox.send({
    ...at,
    channelId,
    identity: composer.identity,
    recipients: composer.recipients,
    subject: composer.subject,
    text: 'It is on its way.',
    templateId: null,
    revision: composer.revision,
    checked: [],
  });
  await deliver(clientId, 2);
  const [segment] = facts();
  expect(segment?.firstResponse).toMatchObject({ from: segment?.openedAt });
  expect(smtp.deliveries[1]?.to).toEqual(['carla@buyer-northwind.example']);
});

test('nothing of composing crosses from one client to another', async () => {
  const { call, northwind, contoso } = await startDesks();
  const mixed = { clientId: contoso.clientId, conversationId: northwind.conversationId };
  await expect(call.outbox.forward({ ...mixed, messageId: null })).rejects.toThrow('wrong-client');
  await expect(call.outbox.saveNote({ ...mixed, text: 'x' })).rejects.toThrow('wrong-client');
  const list = async (clientId: ClientId, text: string) =>
    (await call.outbox.people({ clientId, text })).map(({ address }) => address);
  expect(await list(northwind.clientId, 'carla')).toEqual(['carla@buyer-northwind.example']);
  expect(await list(contoso.clientId, 'carla')).toEqual(['carla@buyer-contoso.example']);
  expect(await list(contoso.clientId, 'carla@buyer-north')).toEqual([]);
  const drafted = (conversationId: ConversationId) =>
    call.outbox.drafts({ clientId: contoso.clientId, conversationId });
  await call.outbox.saveNote({
    clientId: northwind.clientId,
    conversationId: northwind.conversationId,
    text: 'x',
  });
  expect(await drafted(northwind.conversationId)).toEqual([]);
});

test('a signature that gives another client away is not kept; one’s own is no stranger to the check', async () => {
  const { call, northwind, contoso } = await startDesks();
  const { clientId, channelId, conversationId } = northwind;
  const scope = { id: null, operatorId: null, address: null, channelId: null };
  const save = (text: string) => call.signatures.save({ ...scope, clientId, text });
  await expect(save('Your friends at Contoso')).rejects.toThrow('foreign-brand');
  await expect(
    call.signatures.save({ ...scope, clientId, channelId: contoso.channelId, text: 'Hello there' }),
  ).rejects.toThrow('wrong-client');
  await save('{{operator.first_name}} for Northwind\nThe lodge by the lake\n+49 30 1234567');
  expect(await call.signatures.offered({ clientId, channelId })).toEqual([
    {
      address: 'help@northwind.example',
      text: 'Ada for Northwind\nThe lodge by the lake\n+49 30 1234567',
    },
  ]);
  const elsewhere = { clientId: contoso.clientId, conversationId: contoso.conversationId };
  const found = await call.brandSafety.check({ ...elsewhere, text: 'Bye\nThe lodge by the lake' });
  expect(found.map(({ kind }) => kind)).toEqual(['signature']);
  const own = await call.brandSafety.check({ clientId, conversationId, text: 'Bye\nThe lodge by the lake' });
  expect(own).toEqual([]);
});
