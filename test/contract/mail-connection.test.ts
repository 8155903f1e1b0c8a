import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openImap } from '../../electron/core/connectors/mail/imap-connection.ts';
import { testConnection } from '../../electron/core/connectors/mail/test-connection.ts';
import type { ConnectionTest } from '../../electron/shared/channels.ts';
import { asLiaisonError } from '../../electron/shared/errors.ts';
import { createCertificates } from '../support/certificates.ts';
import { dovecotIsAbsent, dovecotPath, openDovecot, startDovecot, type Dovecot } from '../support/dovecot.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const never = new AbortController().signal;

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => asLiaisonError(error).code,
  );
}

async function open(server: Dovecot, options: Parameters<Dovecot['account']>[1]): Promise<void> {
  const client = await openImap(server.account('help', options), never);
  client.close();
}

describe.skipIf(dovecotPath === null)(`connecting to Dovecot (${dovecotPath ?? dovecotIsAbsent})`, () => {
  let server: Awaited<ReturnType<typeof openDovecot>>;
  beforeAll(async () => {
    server = await openDovecot();
  });
  afterAll(() => server.remove());

  it('speaks TLS, STARTTLS and, to this machine, plain', async () => {
    for (const tls of ['tls', 'starttls', 'none'] as const)
      expect(await codeOf(open(server, { tls })), tls).toBe('no error');
  });

  it('refuses an authority that nobody trusts', async () => {
    expect(await codeOf(open(server, { tls: 'tls', trusts: null }))).toBe('certificate-untrusted');
    expect(await codeOf(open(server, { tls: 'starttls', trusts: null }))).toBe('certificate-untrusted');
  });

  it('refuses a certificate of another name, and one whose time is over', async () => {
    const wrong = await startDovecot({
      certificates: createCertificates(join(temporaryFolder(), 'wrong'), { hosts: ['mail.example'] }),
    });
    expect(await codeOf(open(wrong, { tls: 'tls' }))).toBe('certificate-wrong-host');
    const old = await startDovecot({
      certificates: createCertificates(join(temporaryFolder(), 'old'), { expired: true }),
    });
    expect(await codeOf(open(old, { tls: 'tls' }))).toBe('certificate-expired');
    expect(await codeOf(open(old, { tls: 'starttls' }))).toBe('certificate-expired');
  });

  it('takes a new certificate of the same authority without a word', async () => {
    const folder = join(temporaryFolder(), 'tls');
    const certificates = createCertificates(folder);
    const changed = await startDovecot({ certificates });
    expect(await codeOf(open(changed, { tls: 'tls' }))).toBe('no error');
    await changed.stop();
    createCertificates(folder, { renewed: true });
    await changed.start();
    expect(await codeOf(open(changed, { tls: 'tls' }))).toBe('no error');
  });

  it('says at which door it failed, step by step', async () => {
    const account = server.account('help', { secret: 'wrong', tls: 'tls' });
    expect(codesOf(await testConnection(account, never))).toEqual([
      ['imap-connect', null],
      ['imap-login', 'credentials-rejected'],
      ['smtp-connect', expect.any(String)],
    ]);
    const right = await testConnection(server.account('help', { tls: 'tls' }), never);
    expect(codesOf(right).slice(0, 4)).toEqual([
      ['imap-connect', null],
      ['imap-login', null],
      ['imap-inbox', null],
      ['imap-sent', null],
    ]);
    expect(right.ok).toBe(false);
  });

  it('knows a port where nobody listens, and a name that does not exist', async () => {
    const account = server.account('help', { tls: 'tls' });
    await server.stop();
    expect(await codeOf(openImap(account, never))).toBe('host-unreachable');
    await server.start();
    const nowhere = server.account('help', { tls: 'tls', host: 'mail.invalid' });
    expect(await codeOf(openImap(nowhere, never))).toBe('host-unknown');
  });

  it('never talks plain to another machine', async () => {
    expect(await codeOf(open(server, { tls: 'none', host: 'mail.example' }))).toBe('encryption-required');
  });
});

describe('a server that is none', () => {
  async function serverThat(does: (socket: Socket) => void): Promise<number> {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      does(socket);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }
  const accountAt = (port: number, tls: 'tls' | 'starttls' | 'none') => ({
    secret: 'secret',
    identities: [],
    settings: {
      kind: 'mail' as const,
      mail: {
        user: 'help',
        authentication: 'password' as const,
        imap: { host: '127.0.0.1', port, tls },
        smtp: { host: '127.0.0.1', port, tls },
        trustedCertificate: null,
      },
    },
  });

  it('is known by its first words', async () => {
    const port = await serverThat((socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'));
    expect(await codeOf(openImap(accountAt(port, 'none'), never))).toBe('not-the-protocol');
    expect(await codeOf(openImap(accountAt(port, 'starttls'), never))).toBe('not-the-protocol');
    expect(await codeOf(openImap(accountAt(port, 'tls'), never))).toBe('tls-failed');
  });

  it('is left when it hangs up, and at once when a person cancels', async () => {
    const closing = await serverThat((socket) => socket.end());
    expect(await codeOf(openImap(accountAt(closing, 'none'), never))).toBe('connection-lost');
    const silent = await serverThat(() => undefined);
    const cancel = new AbortController();
    const opening = codeOf(openImap(accountAt(silent, 'none'), cancel.signal));
    setTimeout(() => cancel.abort(), 50);
    expect(await opening).toBe('cancelled');
  });

  it('must offer STARTTLS where the channel demands it', async () => {
    const port = await serverThat((socket) => {
      socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
      socket.on('data', (line) => socket.write(`${line.toString().split(' ')[0]} BAD no\r\n`));
    });
    expect(await codeOf(openImap(accountAt(port, 'starttls'), never))).toBe('tls-failed');
  });
});

const codesOf = ({ steps }: ConnectionTest) => steps.map(({ step, error }) => [step, error?.code ?? null]);
