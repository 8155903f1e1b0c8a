import { chownSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { freshnessOf } from '../../electron/shared/channel-health.ts';
import type { ConversationId } from '../../electron/shared/ids.ts';
import { standingOf } from '../../electron/shared/outbox-standing.ts';
import { aClient } from '../support/a-client.ts';
import { dovecotIsAbsent, dovecotPath, mailOwner, startDovecot, type Dovecot } from '../support/dovecot.ts';
import { startFakeSmtp } from '../support/fake-smtp.ts';
import { mailText } from '../support/mail-text.ts';
import { startCore } from '../support/start-core.ts';
import { waitFor } from '../support/wait-for.ts';

const user = 'offline';
const minute = 60_000;

/** What the server's other users do while we are away: it stands in the mailbox before anybody logs in again. */
function putInto(
  server: Dovecot,
  { folder, name, text }: { folder: string; name: string; text: string },
): void {
  const root = join(server.maildir(user), folder);
  for (const place of ['cur', 'new', 'tmp']) mkdirSync(join(root, place), { recursive: true });
  writeFileSync(join(root, 'cur', `${name}:2,S`), text);
  const { uid, gid } = mailOwner();
  for (const entry of ['', ...readdirSync(root, { recursive: true, encoding: 'utf8' })])
    chownSync(join(root, entry), uid, gid);
}

/** A client whose mailbox is real and whose way out can be cut, with three customers who wait. */
async function startDesk() {
  const server = await startDovecot();
  let cut = false;
  const smtp = await startFakeSmtp({ script: () => (cut ? { greeting: 'close' } : {}) });
  onTestFinished(() => smtp.close());
  for (const name of ['ann', 'bob', 'cid'])
    await server.deliver(
      user,
      mailText({ id: name, subject: `From ${name}`, from: `${name}@customer.example` }),
    );
  const started = await startCore();
  const { call, core, clock } = started;
  const { id: clientId } = await call.clients.add(aClient());
  const { settings, identities, secret } = server.account(user);
  if (settings.kind !== 'mail') throw new Error('no mailbox');
  const mail = { ...settings.mail, smtp: { host: '127.0.0.1', port: smtp.port, tls: 'none' as const } };
  const channel = await call.channels.add({
    clientId,
    channel: { name: 'Help', identities: [...identities], settings: { kind: 'mail', mail }, secret },
  });
  const stateOf = async () => (await call.channels.list({ clientId }))[0]?.state.kind;
  await waitFor(async () => (await stateOf()) === 'watching', 'the first round');
  const page = await call.conversations.queue({ clientId, view: 'all' });
  const idOf = (name: string): ConversationId => {
    const row = page.rows.find(({ subject }) => subject === `From ${name}`);
    if (!row) throw new Error(`nothing from ${name}`);
    return row.id;
  };
  const items = () => call.outbox.list({ clientId, conversationId: null });
  const itemOf = async (name: string) =>
    (await call.outbox.list({ clientId, conversationId: idOf(name) })).at(-1);
  const wordsTo = async (name: string, text: string) => {
    const composer = await call.outbox.compose({ clientId, conversationId: idOf(name) });
    const { identity, recipients, subject } = composer;
    return {
      composer,
      words: { clientId, conversationId: idOf(name), identity, recipients, subject, text, templateId: null },
    };
  };
  return {
    ...started,
    server,
    smtp,
    clientId,
    channelId: channel.id,
    stateOf,
    idOf,
    items,
    itemOf,
    async goOffline() {
      cut = true;
      await server.stop();
      await waitFor(async () => (await stateOf()) === 'waiting', 'the line to be lost');
    },
    wayOutIsBack: () => (cut = false),
    async draft(name: string, text: string) {
      return call.outbox.saveDraft((await wordsTo(name, text)).words);
    },
    async send(name: string) {
      const { composer, words } = await wordsTo(name, `Dear ${name}, it left this morning.`);
      const { revision, channelId, binding } = composer;
      return call.outbox.send({ ...words, channelId, revision, binding, checked: [] });
    },
    /** Time passes, and whoever waits for a line is told to try. */
    async pass(milliseconds: number) {
      clock.advance(milliseconds);
      core.services.sync.wakeOutbox(clientId);
      await call.channels.retry({ clientId, channelId: channel.id });
    },
  };
}

describe.skipIf(dovecotPath === null)(`without a line (${dovecotPath ?? dovecotIsAbsent})`, () => {
  test('one reads, drafts and queues; on return what others have dealt with stays, and the rest leaves', async () => {
    const desk = await startDesk();
    const { call, clientId, smtp, server } = desk;
    await desk.goOffline();

    const read = await call.conversations.read({ clientId, conversationId: desk.idOf('ann') });
    expect(read.messages[0]?.text).toContain('I ordered a week ago');
    expect((await desk.draft('bob', 'Half a thought')).revision).toBeGreaterThan(0);
    const composer = await call.outbox.compose({ clientId, conversationId: desk.idOf('bob') });
    expect(composer.draft?.text).toBe('Half a thought');
    const search = await call.conversations.search({ clientId, text: 'ordered' });
    expect(search.hits).toHaveLength(3);

    for (const name of ['ann', 'bob', 'cid']) await desk.send(name);
    await desk.pass(11 * minute);
    await waitFor(async () => (await desk.items()).some((item) => item.error !== null), 'the failed attempt');
    expect((await desk.items()).map((item) => item.state)).toEqual(['queued', 'queued', 'queued']);
    expect(smtp.deliveries).toHaveLength(0);

    const [blind] = await call.channels.health();
    expect(blind && freshnessOf(blind, desk.clock.now())).toMatchObject({ kind: 'stale' });

    // The way out is back before anybody can look into the mailbox: nothing leaves blindly.
    desk.wayOutIsBack();
    await desk.pass(minute);
    const codes = async () => (await desk.items()).map((item) => item.error?.code);
    await waitFor(
      async () => (await codes()).every((code) => code === 'not-up-to-date'),
      () => 'the wait to be said',
    );
    expect(smtp.deliveries).toHaveLength(0);

    const answered = mailText({
      id: 'colleague',
      from: 'help@northwind.example',
      subject: 'Re: From ann',
      date: 'Wed, 04 Mar 2026 10:05:00 +0000',
      headers: ['In-Reply-To: <ann@customer.example>'],
    }).replace('To: help@northwind.example', 'To: ann@customer.example');
    putInto(server, { folder: '.Sent', name: '1772618700.M1.test', text: answered });
    const again = mailText({
      id: 'never-mind',
      from: 'cid@customer.example',
      subject: 'Re: From cid',
      text: 'Never mind, it has come.',
      date: 'Wed, 04 Mar 2026 10:06:00 +0000',
      headers: ['In-Reply-To: <cid@customer.example>'],
    });
    putInto(server, { folder: '', name: '1772618760.M2.test', text: again });
    await server.start();
    await call.channels.retry({ clientId, channelId: desk.channelId });
    await waitFor(async () => (await desk.itemOf('bob'))?.state === 'sent', 'the one that nobody dealt with');
    await waitFor(async () => (await desk.itemOf('ann'))?.state === 'failed', 'the answered one to be held');
    await waitFor(async () => (await desk.itemOf('cid'))?.state === 'failed', 'the overtaken one to be held');
    expect((await desk.itemOf('ann'))?.error?.code).toBe('answered-meanwhile');
    expect((await desk.itemOf('cid'))?.error?.code).toBe('written-meanwhile');
    expect(smtp.deliveries.map(({ to }) => to[0])).toEqual(['bob@customer.example']);
    const kept = await call.outbox.compose({ clientId, conversationId: desk.idOf('ann') });
    expect(kept.draft?.text).toBe('Dear ann, it left this morning.');

    const [health] = await call.channels.health();
    expect(health && freshnessOf(health, desk.clock.now())).toEqual({ kind: 'current' });
    expect(health?.lastSentAt).toBe(new Date(desk.clock.now()).toISOString());
    const standings = (await call.outbox.overview({ clientId })).map((line) => [
      line.subject,
      standingOf(line),
    ]);
    expect(standings.toSorted()).toEqual([
      ['Re: From ann', 'overtaken'],
      ['Re: From bob', 'sent'],
      ['Re: From cid', 'overtaken'],
    ]);

    // Somebody who has read the colleague's answer may send all the same.
    const held = await desk.itemOf('ann');
    if (!held) throw new Error('no item');
    await call.outbox.decide({ clientId, outboxId: held.id, as: 'retry' });
    await waitFor(async () => (await desk.itemOf('ann'))?.state === 'sent', 'the word of a person');
    expect(smtp.deliveries.map(({ to }) => to[0])).toEqual(['bob@customer.example', 'ann@customer.example']);
  });
});
