import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportSource } from '../../electron/core/sync/import-files.ts';
import { usualManner } from '../../electron/shared/composing.ts';
import { aClient } from '../support/a-client.ts';
import { mailText } from '../support/mail-text.ts';
import { startCore } from '../support/start-core.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function startImport() {
  const { core, call } = await startCore();
  const client = await call.clients.add(aClient());
  const store = core.services.stores.of(client.id);
  const progress: number[] = [];
  const options = {
    signal: new AbortController().signal,
    onProgress: ({ done }: { done: number }) => void progress.push(done),
  };
  const run = (source: ImportSource) => core.services.importer.run(store, source, options);
  const kinds = () =>
    store.all(store.sql.selectFrom('messages').select(['internet_message_id', 'kind']).orderBy('seq'));
  const addMailbox = (address: string) => {
    const server = { host: '127.0.0.1', port: 1, tls: 'none' as const };
    const account = { user: 'help', authentication: 'password' as const };
    const mail = { ...account, imap: server, smtp: server, trustedCertificate: null };
    return core.services.channels.add(store, {
      name: 'Help',
      identities: [{ name: 'Help', address }],
      settings: { kind: 'mail', mail },
      secret: 'x',
    });
  };
  return { core, call, store, client, run, progress, kinds, addMailbox };
}

function aMaildir(): string {
  const folder = join(temporaryFolder(), 'Maildir');
  for (const part of ['cur', 'new', 'tmp', '.Sent/cur', '.Sent/new', '.Sent/tmp'])
    mkdirSync(join(folder, part), { recursive: true });
  for (let n = 0; n < 30; n += 1)
    writeFileSync(join(folder, 'cur', `17000000${n + 10}.M1.host:2,S`), mailText({ id: `m${n}` }));
  writeFileSync(join(folder, 'new', '1700000099.M1.host'), mailText({ id: 'fresh' }));
  writeFileSync(join(folder, 'tmp', '1700000100.M1.host'), mailText({ id: 'half' }));
  const answer = mailText({
    id: 'answer',
    from: 'help@northwind.example',
    headers: ['In-Reply-To: <m0@customer.example>'],
  });
  writeFileSync(join(folder, '.Sent/cur', '1700000200.M1.host:2,S'), answer);
  return folder;
}

describe('mail from files', () => {
  it('comes from a Maildir once, sent mail as ours, into an archive where there is no mailbox', async () => {
    const { call, client, run, kinds, progress } = await startImport();
    const path = aMaildir();
    const first = await run({ kind: 'maildir', path });
    expect(first).toMatchObject({ read: 32, added: 32, unreadable: 0 });
    expect(progress.at(-1)).toBe(32);
    expect(await run({ kind: 'maildir', path })).toMatchObject({
      read: 32,
      added: 0,
      channelId: first.channelId,
    });
    expect(
      kinds()
        .filter((row) => row.kind === 'outbound')
        .map((row) => row.internet_message_id),
    ).toEqual(['answer@customer.example']);
    const [channel, ...others] = await call.channels.list({ clientId: client.id });
    expect(others).toEqual([]);
    expect(channel).toMatchObject({
      settings: { kind: 'archive' },
      manifest: { canSend: false },
      state: { kind: 'idle' },
    });
  });

  it('in an archive is answered from the mailbox that it was written to; without one it says so', async () => {
    const { call, store, client, run, addMailbox } = await startImport();
    await run({ kind: 'maildir', path: aMaildir() });
    const [conversation] = store.all(store.sql.selectFrom('conversations').select('id').limit(1));
    const at = { clientId: client.id, conversationId: conversation?.id ?? '' };
    await expect(call.outbox.compose(at)).rejects.toMatchObject({ cause: { code: 'no-sender' } });
    addMailbox('sales@northwind.example');
    const written = addMailbox('help@northwind.example');
    const composer = await call.outbox.compose(at);
    expect(composer).toMatchObject({
      channelId: written.id,
      identity: { address: 'help@northwind.example' },
      canSend: true,
    });
    const { channelId, identity, recipients, subject, binding, revision } = composer;
    const words = { text: 'It left our house this morning.', templateId: null, attachmentIds: [] };
    const reply = { ...at, channelId, identity, recipients, subject, binding, revision, ...words };
    const asked = { answered: [], checked: [], overrideVoice: false, overrideBrands: null };
    const then = { thenStatus: 'waiting', thenStatusId: null, sendAt: null } as const;
    const { state } = await call.outbox.send({
      ...{ ...reply, ...asked, ...then },
      kind: 'reply',
      manner: usualManner,
    });
    expect(state).toBe('queued');
  });

  it('goes into the mailbox where there is one, and leaves its cursor alone', async () => {
    const { core, store, run, addMailbox } = await startImport();
    const channel = addMailbox('help@northwind.example');
    store.run(store.sql.updateTable('channels').set({ cursor: '{"kept":1}' }));
    expect((await run({ kind: 'maildir', path: aMaildir() })).channelId).toBe(channel.id);
    expect(core.services.channels.cursor(store, channel.id)).toBe('{"kept":1}');
    // Nobody has looked into the mailbox: it is not up to date.
    expect(core.services.channels.list(store)).toMatchObject([{ lastFetchedAt: null }]);
  });

  it('comes from an mbox and from single files, and knows what it has', async () => {
    const { run, kinds } = await startImport();
    const folder = temporaryFolder();
    const texts = ['a', 'b', 'c'].map((id) => mailText({ id }));
    writeFileSync(
      join(folder, 'old.mbox'),
      texts.map((text) => `From x@y Tue Mar  3 10:00:00 2026\n${text}\n`).join(''),
    );
    mkdirSync(join(folder, 'more/deeper'), { recursive: true });
    writeFileSync(join(folder, 'more/deeper/c.eml'), texts[2] ?? '');
    writeFileSync(join(folder, 'more/d.EML'), mailText({ id: 'd' }));
    writeFileSync(join(folder, 'more/notes.txt'), 'not mail');
    expect(await run({ kind: 'mbox', path: join(folder, 'old.mbox') })).toMatchObject({ read: 3, added: 3 });
    expect(await run({ kind: 'eml', path: join(folder, 'more') })).toMatchObject({ read: 2, added: 1 });
    expect(await run({ kind: 'eml', path: join(folder, 'more/d.EML') })).toMatchObject({ read: 1, added: 0 });
    expect(kinds().length).toBe(4);
  });

  it('says which path it can not read', async () => {
    const { run } = await startImport();
    const path = join(temporaryFolder(), 'nowhere');
    for (const kind of ['maildir', 'mbox', 'eml'] as const) {
      await expect(run({ kind, path }), kind).rejects.toMatchObject({
        code: 'file-unreadable',
        detail: { path },
      });
    }
    await expect(run({ kind: 'maildir', path: temporaryFolder() })).rejects.toMatchObject({
      code: 'file-unreadable',
    });
  });
});
