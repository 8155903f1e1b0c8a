import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewChannel } from '../../electron/shared/channels.ts';
import { aClient } from '../support/a-client.ts';
import { dovecotIsAbsent, dovecotPath, openDovecot, password } from '../support/dovecot.ts';
import { mailText } from '../support/mail-text.ts';
import { startCore } from '../support/start-core.ts';
import { waitFor } from '../support/wait-for.ts';

describe.skipIf(dovecotPath === null)(`a client's mailbox (${dovecotPath ?? dovecotIsAbsent})`, () => {
  let server: Awaited<ReturnType<typeof openDovecot>>;
  beforeAll(async () => {
    server = await openDovecot();
  });
  afterAll(() => server.remove());
  let users = 0;

  async function startMailbox() {
    const started = await startCore();
    const { call, core } = started;
    const client = await call.clients.add(aClient());
    const user = `channel${(users += 1)}`;
    const newChannel = (secret: string | null = password): NewChannel => {
      const { settings, identities } = server.account(user);
      return { name: 'Help', identities: [...identities], settings, secret };
    };
    const channelOf = async (id: string) => {
      const channels = await call.channels.list({ clientId: client.id });
      return channels.find((channel) => channel.id === id);
    };
    const watching = (id: string) =>
      waitFor(async () => (await channelOf(id))?.state.kind === 'watching', `watching of ${id}`);
    const subjects = async () => {
      const page = await call.conversations.queue({ clientId: client.id, view: 'all' });
      return page.rows.map((row) => row.subject).toSorted();
    };
    return {
      ...started,
      store: core.services.stores.of(client.id),
      client,
      user,
      newChannel,
      channelOf,
      watching,
      subjects,
    };
  }

  it('fills the queue, hears of new mail, and says when it looked', async () => {
    const { call, client, user, newChannel, channelOf, watching, subjects, core } = await startMailbox();
    await server.deliver(user, mailText({ id: 'one', subject: 'First' }));
    const arrived: string[] = [];
    core.services.changes.listen((change) => void arrived.push(`${change.topic}/${change.reason}`));
    const { id } = await call.channels.add({ clientId: client.id, channel: newChannel() });
    await watching(id);
    expect(await subjects()).toEqual(['First']);
    await server.deliver(
      user,
      mailText({ id: 'two', subject: 'Second', from: 'Dora <dora@customer.example>' }),
    );
    await waitFor(async () => (await subjects()).length === 2, 'the second message');
    expect((await channelOf(id))?.lastFetchedAt).not.toBeNull();
    expect(arrived).toContain('channels/changed');
  });

  it('keeps the secret to itself: sealed on disk, told to nobody', async () => {
    const { call, client, newChannel, data, core, store } = await startMailbox();
    const { id } = await call.channels.add({ clientId: client.id, channel: newChannel('a planted secret') });
    expect(JSON.stringify(await call.channels.list({ clientId: client.id }))).not.toContain('planted');
    expect(core.services.channels.account(store, id).secret).toBe('a planted secret');
    const files = readdirSync(data, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter(
      (one) => one.isFile(),
    );
    for (const file of files)
      expect(readFileSync(join(file.parentPath, file.name)).includes('planted'), file.name).toBe(false);
    const sealed = store.first(store.sql.selectFrom('secrets').select('sealed'))?.sealed ?? new Uint8Array();
    expect(() => store.seal.open(sealed, 'another-channel/secret')).toThrow('store-damaged');
  });

  it('stops with a wrong password and goes on with the right one', async () => {
    const { call, client, user, newChannel, channelOf, watching, subjects } = await startMailbox();
    await server.deliver(user, mailText({ subject: 'Waiting' }));
    const { id } = await call.channels.add({ clientId: client.id, channel: newChannel('wrong') });
    await waitFor(async () => (await channelOf(id))?.state.kind === 'stopped', 'the stop');
    expect((await channelOf(id))?.state).toMatchObject({
      kind: 'stopped',
      error: { code: 'credentials-rejected' },
    });
    await call.channels.update({ clientId: client.id, channelId: id, channel: newChannel() });
    await watching(id);
    expect(await subjects()).toEqual(['Waiting']);
    await call.channels.update({ clientId: client.id, channelId: id, channel: newChannel(null) });
    await watching(id);
    const tested = await call.channels.testKept({ clientId: client.id, channelId: id });
    expect(tested.steps.slice(0, 4).map((step) => step.error)).toEqual([null, null, null, null]);
  });

  it('reads from the beginning when it becomes another account', async () => {
    const { call, client, user, newChannel, watching, subjects } = await startMailbox();
    await server.deliver(user, mailText({ id: 'a', subject: 'Of the first' }));
    const { id } = await call.channels.add({ clientId: client.id, channel: newChannel() });
    await watching(id);
    const other = `${user}-other`;
    await server.deliver(
      other,
      mailText({ id: 'b', subject: 'Of the other', from: 'dora@customer.example' }),
    );
    const { settings, identities } = server.account(other);
    const channel = { name: 'Help', identities: [...identities], settings, secret: password };
    await call.channels.update({ clientId: client.id, channelId: id, channel });
    await watching(id);
    expect(await subjects()).toEqual(['Of the first', 'Of the other']);
  });

  it('comes back by itself after the server was away', async () => {
    const { call, client, user, newChannel, channelOf, watching, subjects } = await startMailbox();
    const { id } = await call.channels.add({ clientId: client.id, channel: newChannel() });
    await watching(id);
    await server.stop();
    await waitFor(async () => (await channelOf(id))?.state.kind === 'waiting', 'the back-off');
    await server.start();
    await server.deliver(user, mailText({ subject: 'Meanwhile' }));
    await call.channels.retry({ clientId: client.id, channelId: id });
    await watching(id);
    expect(await subjects()).toEqual(['Meanwhile']);
  });

  it('leaves its mail behind as an archive when it is removed, and nothing where there was none', async () => {
    const { call, client, user, newChannel, channelOf, watching, subjects, store } = await startMailbox();
    await server.deliver(user, mailText({ subject: 'Kept' }));
    const { id } = await call.channels.add({ clientId: client.id, channel: newChannel() });
    await watching(id);
    await expect(call.channels.add({ clientId: client.id, channel: newChannel() })).rejects.toMatchObject({
      cause: { code: 'mailbox-known' },
    });
    await call.channels.remove({ clientId: client.id, channelId: id });
    expect(await channelOf(id)).toMatchObject({ settings: { kind: 'archive' }, state: { kind: 'idle' } });
    expect(await subjects()).toEqual(['Kept']);
    expect(store.all(store.sql.selectFrom('secrets').selectAll())).toEqual([]);
    const empty = await call.channels.add({ clientId: client.id, channel: newChannel('wrong') });
    await call.channels.remove({ clientId: client.id, channelId: empty.id });
    expect(await channelOf(empty.id)).toBeUndefined();
  });
});
