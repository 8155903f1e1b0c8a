import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Account } from '../../electron/core/connectors/contract.ts';
import { openImap } from '../../electron/core/connectors/mail/imap-connection.ts';
import { testConnection } from '../../electron/core/connectors/mail/test-connection.ts';
import { newId } from '../../electron/core/ids.ts';
import { asLiaisonError } from '../../electron/shared/errors.ts';
import type { ClientId } from '../../electron/shared/ids.ts';
import { dovecotIsAbsent, dovecotPath, startDovecot, type Dovecot } from '../support/dovecot.ts';
import { openMailDesk } from '../support/mail-desk.ts';
import { mailText } from '../support/mail-text.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startTokenAuthority } from '../support/token-authority.ts';
import { waitFor } from '../support/wait-for.ts';

const never = new AbortController().signal;

/** The account of a user who logs in with a token instead of a password. */
function withToken(server: Dovecot, token: string): Account {
  const account = server.account('help', { tls: 'tls', secret: token });
  const { settings } = account;
  if (settings.kind !== 'mail') throw new Error('no mail account');
  return { ...account, settings: { ...settings, mail: { ...settings.mail, authentication: 'xoauth2' } } };
}

const codeOf = (account: Account): Promise<string> =>
  openImap(account, never).then(
    (client) => {
      client.close();
      return 'no error';
    },
    (error: unknown) => asLiaisonError(error).code,
  );

describe.skipIf(dovecotPath === null)(`tokens at Dovecot (${dovecotPath ?? dovecotIsAbsent})`, () => {
  it.each(['xoauth2', 'oauthbearer'])(
    'connects by %s with a token that counts and no other',
    async (mechanism) => {
      const authority = await startTokenAuthority(mechanism);
      const server = await startDovecot({ settings: authority.dovecotSettings });
      const token = authority.give('help');
      expect(await codeOf(withToken(server, token))).toBe('no error');
      expect(authority.asked()).toBeGreaterThan(0);
      expect(await codeOf(withToken(server, 'made-up'))).toBe('token-rejected');
      expect(await codeOf(withToken(server, authority.give('somebody-else')))).toBe('token-rejected');
      // A password is no token, and a token no password.
      expect(await codeOf(server.account('help', { tls: 'tls', secret: token }))).toBe(
        'credentials-rejected',
      );
      authority.expire(token);
      const { ok, steps } = await testConnection(withToken(server, token), never);
      expect(ok).toBe(false);
      expect(steps.slice(0, 2)).toMatchObject([
        { step: 'imap-connect', error: null },
        { step: 'imap-login', error: { code: 'token-rejected', retry: 'never' } },
      ]);
    },
  );

  it('stops when its token expires, asks a person for another, and goes on with that without loss', async () => {
    const authority = await startTokenAuthority();
    const server = await startDovecot({ settings: authority.dovecotSettings });
    const desk = openMailDesk({
      folder: temporaryFolder(),
      key: randomBytes(32),
      clientId: newId<ClientId>(Date.now()),
      sleep: () => Promise.resolve(),
    });
    onTestFinished(() => desk.close());
    const token = authority.give('help');
    await server.deliver('help', mailText({ id: 'first' }));
    const channelId = desk.addMailbox(withToken(server, token));
    desk.sync.startChannel(desk.store, channelId);
    const kept = () =>
      desk.store.all(desk.store.sql.selectFrom('messages').select('internet_message_id').orderBy('seq'))
        .length;
    await waitFor(
      () => kept() === 1 && desk.sync.stateOf(channelId).kind === 'watching',
      'the first message',
    );

    authority.expire(token);
    // A token counts at the next login: after a broken line, a night or a restart.
    await desk.sync.stopChannel(channelId);
    desk.sync.startChannel(desk.store, channelId);
    await waitFor(() => desk.sync.stateOf(channelId).kind === 'stopped', 'the channel to stop');
    expect(desk.sync.stateOf(channelId)).toMatchObject({
      kind: 'stopped',
      error: { code: 'token-rejected' },
    });
    await server.deliver('help', mailText({ id: 'second' }));

    await desk.sync.stopChannel(channelId);
    const { settings, identities, secret } = withToken(server, authority.give('help'));
    desk.channels.update(desk.store, channelId, {
      name: 'Help',
      settings,
      identities: [...identities],
      secret,
    });
    desk.sync.startChannel(desk.store, channelId);
    await waitFor(
      () => kept() === 2 && desk.sync.stateOf(channelId).kind === 'watching',
      'the second message',
    );
    expect(desk.logged.join('\n')).not.toContain('issued-');
  });
});
