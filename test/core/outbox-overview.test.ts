import { describe, expect, onTestFinished, test } from 'vitest';
import { LiaisonError } from '../../electron/shared/errors.ts';
import { freshnessOf } from '../../electron/shared/channel-health.ts';
import { standingOf } from '../../electron/shared/outbox-standing.ts';
import { aClient } from '../support/a-client.ts';
import { aMessage } from '../support/a-message.ts';
import { startFakeSmtp } from '../support/fake-smtp.ts';
import { startCore } from '../support/start-core.ts';
import { waitFor } from '../support/wait-for.ts';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenUntil = (at: number) => `${part({ alg: 'none' })}.${part({ exp: at / 1000 })}.c2lnbmVk`;

/** Two clients with a mailbox that sends and never receives, and a customer who waits in each. */
async function startDesk() {
  const smtp = await startFakeSmtp({ script: (n) => (n === 1 ? { afterDot: '554 5.7.1 no' } : {}) });
  onTestFinished(() => smtp.close());
  const started = await startCore();
  const { call, core, clock } = started;
  const { stores, channels, conversations } = core.services;

  async function open(name: string, mark: string) {
    const { id: clientId } = await call.clients.add(aClient({ name, mark }));
    const store = stores.of(clientId);
    const server = { host: '127.0.0.1', port: smtp.port, tls: 'none' as const };
    const mail = { user: 'help', imap: { ...server, port: 1 }, smtp: server, trustedCertificate: null };
    const channel = channels.add(store, {
      name: 'Mail',
      identities: [{ name, address: 'help@northwind.example' }],
      settings: { kind: 'mail', mail: { ...mail, authentication: 'xoauth2' } },
      secret: tokenUntil(clock.now() + 3_600_000),
    });
    const batch = { messages: [aMessage()], removed: [], cursor: '{}', progress: { done: 1, total: 1 } };
    const [conversationId] = conversations.ingest(store, channel.id, batch).conversationIds;
    if (!conversationId) throw new Error('no conversation');
    channels.fetched(store, channel.id);
    const at = { clientId, conversationId };
    const words = async (text: string) => {
      const { identity, recipients, subject } = await call.outbox.compose(at);
      return { ...at, identity, recipients, subject, text, templateId: null };
    };
    return {
      at,
      channelId: channel.id,
      async send(text: string) {
        const { revision, channelId } = await call.outbox.compose(at);
        return call.outbox.send({ ...(await words(text)), channelId, revision, checked: [] });
      },
      save: async (text: string) => call.outbox.saveDraft(await words(text)),
      overview: () => call.outbox.overview({ clientId }),
    };
  }
  return { ...started, northwind: await open('Northwind', 'NW'), acorn: await open('Acorn', 'AC') };
}

describe('the outbox of a client', () => {
  test('shows what waits, what failed and what left, of this client alone', async () => {
    const { call, core, clock, northwind, acorn } = await startDesk();
    await northwind.send('First words');
    await acorn.send('Of another brand');
    const standings = async () => (await northwind.overview()).map((line) => [line.text, standingOf(line)]);
    expect(await standings()).toEqual([['First words', 'leaving']]);
    const mine = async () =>
      (await call.outbox.counts()).find(({ clientId }) => clientId === northwind.at.clientId);
    expect(await mine()).toMatchObject({ attention: 0, onTheirWay: 1 });
    const { outbox, stores, sync } = core.services;
    expect(outbox.leaving(stores.of(northwind.at.clientId))).toBe(1);

    core.start();
    clock.advance(10_000);
    sync.wakeOutbox(northwind.at.clientId);
    await waitFor(async () => (await standings())[0]?.[1] === 'failed', 'the refusal');
    expect(await mine()).toMatchObject({ attention: 1, onTheirWay: 0 });
    const [failed] = await northwind.overview();
    expect(failed?.error).toMatchObject({ code: 'message-refused', detail: { reply: '554 5.7.1 no' } });
    expect(outbox.leaving(stores.of(northwind.at.clientId))).toBe(0);

    if (failed) await call.outbox.decide({ clientId: failed.clientId, outboxId: failed.id, as: 'retry' });
    await waitFor(async () => (await standings())[0]?.[1] === 'sent', 'the second try');
    expect((await northwind.overview())[0]?.sentAt).toBe(new Date(clock.now()).toISOString());
    clock.advance(25 * 3_600_000);
    expect(await northwind.overview()).toEqual([]);
  });

  test('loses no words that were taken back while another draft stood in their place', async () => {
    const { call, northwind } = await startDesk();
    const { id } = await northwind.send('Sent words');
    await northwind.save('Other words');
    const ref = { clientId: northwind.at.clientId, outboxId: id };
    await call.outbox.cancel(ref);
    const [line] = await northwind.overview();
    expect(line && [line.text, standingOf(line)]).toEqual(['Sent words', 'taken-back']);
    await expect(call.outbox.decide({ ...ref, as: 'draft' })).rejects.toMatchObject({
      cause: new LiaisonError('conflict', { detail: { what: 'draft' } }),
    });
    await call.outbox.discardDraft(northwind.at);
    await call.outbox.decide({ ...ref, as: 'draft' });
    expect((await call.outbox.compose(northwind.at)).draft?.text).toBe('Sent words');
    expect(await northwind.overview()).toEqual([]);
  });
});

test('a channel that can not be looked into says since when, and when its token ends', async () => {
  const { call, callAs, core, clock, northwind, acorn } = await startDesk();
  const ofNorthwind = async () =>
    (await call.channels.health()).find((one) => one.clientId === northwind.at.clientId);
  expect(await ofNorthwind()).toMatchObject({
    name: 'help@northwind.example',
    credentialExpiresAt: new Date(clock.now() + 3_600_000).toISOString(),
  });
  const since = new Date(clock.now()).toISOString();
  core.start();
  await waitFor(async () => (await ofNorthwind())?.state === 'waiting', 'the first failure');
  clock.advance(28 * 60_000);
  const health = await ofNorthwind();
  expect(health && freshnessOf(health, clock.now())).toEqual({ kind: 'stale', since });

  const grants = [{ clientId: acorn.at.clientId, role: 'agent' as const }];
  const stranger = core.services.operators.add({ name: 'Somebody', email: null, grants });
  const seen = await callAs(stranger.id).channels.health();
  expect(seen.map(({ clientId }) => clientId)).toEqual([acorn.at.clientId]);
});

test('what waits for an operator is theirs or nobody’s', async () => {
  const { call, core, northwind } = await startDesk();
  const { id: other } = await call.operators.add({
    name: 'Bea',
    grants: [{ clientId: null, role: 'agent' }],
  });
  const forMe = async () => (await call.conversations.counts()).map((counts) => counts.forMe);
  expect(await forMe()).toEqual([1, 1]);
  await call.conversations.assign({ ...northwind.at, operatorId: other });
  expect(await forMe()).toEqual([0, 1]);
  const store = core.services.stores.of(northwind.at.clientId);
  expect(core.services.conversations.counts(store, other).forMe).toBe(1);
  await call.conversations.setStatus({ ...northwind.at, status: 'resolved' });
  expect(core.services.conversations.counts(store, other).forMe).toBe(0);
});
