import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { liaison, workspace } from '../support/command-line.ts';
import { dovecotIsAbsent, dovecotPath, password, startDovecot } from '../support/dovecot.ts';
import { mailText } from '../support/mail-text.ts';

const nowhere = '127.0.0.1:1:none';

describe('a mailbox', () => {
  test('is added once, changed, and removed', async () => {
    const { run } = workspace();
    await run(['clients', 'add', '--name', 'Northwind']);
    const add = (address: string) =>
      run(
        [
          ...['channels', 'add', '--client', 'Northwind', '--address', address],
          ...['--imap', nowhere, '--smtp', nowhere, '--password-file', '-'],
        ],
        'secret\n',
      );
    expect((await add('help@northwind.example')).code).toBe(0);
    const again = await add('Help@Northwind.example');
    expect([again.code, again.json]).toMatchObject([1, { error: { code: 'mailbox-known', effect: 'none' } }]);
    expect(again.said).toContain('has a mailbox with the address Help@Northwind.example already');

    const of = ['--client', 'Northwind', '--address', 'help@northwind.example'];
    const changed = await run(['channels', 'edit', ...of, '--alias', 'care@northwind.example']);
    expect(changed.json).toMatchObject({
      identities: [{ address: 'help@northwind.example' }, { address: 'care@northwind.example' }],
      settings: { mail: { user: 'help@northwind.example', imap: { port: 1 }, smtp: { port: 1 } } },
    });
    expect((await run(['channels', 'remove', ...of])).json).toMatchObject({ archived: false });
    const gone = await run(['channels', 'edit', ...of, '--user', 'help']);
    expect([gone.code, gone.json]).toMatchObject([3, { error: { code: 'not-found' } }]);
    expect(gone.said).toContain('no mailbox with the address help@northwind.example');
  });
});

describe.skipIf(dovecotPath === null)(`mailboxes (${dovecotPath ?? dovecotIsAbsent})`, () => {
  test('are tested one by one, say what to do, and one that fails keeps no other waiting', async () => {
    const { data, folder, run } = workspace();
    const dovecot = await startDovecot();
    await dovecot.deliver('help', mailText({ subject: 'Where is it?' }));
    await run(['clients', 'add', '--name', 'Northwind']);
    const of = ['--client', 'Northwind'];
    const add = (address: string, imap: string, ...more: readonly string[]) =>
      run(
        ['channels', 'add', ...of, '--address', address, '--imap', imap, '--smtp', nowhere, ...more],
        `${password}\n`,
      );
    const bare = await add('sales@northwind.example', nowhere);
    expect([bare.code, bare.json]).toMatchObject([2, { error: { detail: { path: '--password-file' } } }]);
    await add('sales@northwind.example', nowhere, '--password-file', '-');
    await add(
      'help@northwind.example',
      `127.0.0.1:${dovecot.port}:none`,
      '--user',
      'help',
      '--password-file',
      '-',
    );

    const said = await liaison([
      ...['channels', 'test', ...of, '--address', 'Sales@northwind.example'],
      ...['--data', data, '--passphrase-file', join(folder, 'passphrase')],
    ]);
    expect(said.code).toBe(4);
    expect(said.out.match(/^imap-connect\t.*$/gm)).toEqual([
      expect.stringContaining("host-unreachable\tThe server can't be reached."),
    ]);
    const synced = await run(['sync', ...of]);
    expect(synced.code).toBe(4);
    expect(synced.said).toContain("The server can't be reached.");
    expect(synced.json).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'help@northwind.example', added: 1 }),
        expect.objectContaining({ error: expect.objectContaining({ code: 'host-unreachable' }) }),
      ]),
    );
  });
});
