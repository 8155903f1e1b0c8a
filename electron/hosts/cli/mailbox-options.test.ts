import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Channel } from '../../shared/channels.ts';
import { LiaisonError } from '../../shared/errors.ts';
import type { CommandInput } from './command.ts';
import { changedMailbox, mailboxOf, type Mailbox } from './mailbox-options.ts';
import { createOutput } from './output.ts';

const folder = mkdtempSync(join(tmpdir(), 'liaison-options-'));
afterAll(() => rmSync(folder, { recursive: true }));

const server = { host: 'mail.northwind.example', port: 993, tls: 'tls' } as const;
const kept: Mailbox = {
  id: 'channel' as Channel['id'],
  clientId: 'client' as Channel['clientId'],
  name: 'help@northwind.example',
  identities: [
    { name: 'Northwind', address: 'help@northwind.example' },
    { name: 'Northwind', address: 'sales@northwind.example' },
  ],
  settings: {
    kind: 'mail',
    mail: {
      ...{ user: 'help', authentication: 'password', imap: server, smtp: { ...server, port: 465 } },
      trustedCertificate: 'PEM',
    },
  },
  manifest: {
    ...{ kind: 'mail', canSend: true, canFileCopy: true, supportsHtml: true, supportsSubject: true },
    ...{ supportsCc: true, maximumTextLength: null },
  },
  ...{ state: { kind: 'idle' }, lastFetchedAt: null, lastSentAt: null, credentialExpiresAt: null },
};
const typed = (values: CommandInput['values']): CommandInput => ({
  values,
  words: [],
  out: createOutput({ json: true, say: String, sayError: String }),
  signal: new AbortController().signal,
});

describe('a mailbox that is changed', () => {
  it('stays as it is where nothing is said, its sealed secret too', async () => {
    const { name, identities, settings } = kept;
    expect(await changedMailbox(kept, typed({}))).toEqual({ name, identities, settings, secret: null });
  });

  it('takes what is said', async () => {
    const file = join(folder, 'token');
    writeFileSync(file, 'a token\nand more\n');
    const options = { 'new-address': 'care@northwind.example', alias: 'a@b.example, c@d.example' };
    const changed = await changedMailbox(
      kept,
      typed({ ...options, user: 'care', smtp: '127.0.0.1:25:none', 'token-file': file }),
    );
    expect(changed.name).toBe('care@northwind.example');
    expect(changed.identities.map(({ address }) => address)).toEqual([
      ...['care@northwind.example', 'a@b.example', 'c@d.example'],
    ]);
    expect(changed.settings).toMatchObject({
      mail: { user: 'care', authentication: 'xoauth2', imap: server, smtp: { host: '127.0.0.1', port: 25 } },
    });
    expect(changed.secret).toBe('a token');
  });

  it('loses what is said to be empty', async () => {
    const { name, identities, settings } = await changedMailbox(
      kept,
      typed({ name: '', alias: '', 'ca-file': '' }),
    );
    expect(name).toBe('help@northwind.example');
    expect(identities).toEqual([{ name: '', address: 'help@northwind.example' }]);
    expect(settings).toMatchObject({ mail: { trustedCertificate: null } });
  });

  it('is refused by the name of the option that is wrong', async () => {
    await expect(changedMailbox(kept, typed({ imap: 'host:993:ssl' }))).rejects.toMatchObject({
      detail: { path: '--imap' },
    });
    await expect(changedMailbox(kept, typed({ 'new-address': 'nobody' }))).rejects.toThrow(LiaisonError);
  });
});

describe('a mailbox that is named', () => {
  const other: Mailbox = {
    ...kept,
    id: 'other' as Channel['id'],
    identities: [{ name: '', address: 'sales@northwind.example' }],
  };
  const archive: Channel = { ...kept, id: 'archive' as Channel['id'], settings: { kind: 'archive' } };
  const named = (address: string, channels: readonly Channel[] = [archive, kept, other]) =>
    mailboxOf(channels, typed({ address })).id;

  it('has the address itself rather than as an alias, whatever its capitals', () => {
    expect(named('Sales@northwind.example')).toBe(other.id);
    expect(named('sales@northwind.example', [kept])).toBe(kept.id);
    expect(named('help@northwind.example')).toBe(kept.id);
  });

  it('is never an archive', () => {
    expect(() => named('help@northwind.example', [archive])).toThrow('not-found');
  });
});
