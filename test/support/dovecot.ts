import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import type { Account } from '../../electron/core/connectors/contract.ts';
import type { TlsMode } from '../../electron/shared/channels.ts';
import { createCertificates, type Certificates } from './certificates.ts';
import { waitFor } from './wait-for.ts';

const run = promisify(execFile);

export const dovecotPath = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'].find(existsSync) ?? null;
export const dovecotIsAbsent = 'needs dovecot (apt-get install dovecot-imapd)';

/** Every user's password. */
export const password = 'correct-horse';

export interface Dovecot {
  readonly port: number;
  readonly tlsPort: number;
  readonly certificates: Certificates;
  readonly folder: string;
  /** The account of a user who exists as soon as somebody names them. */
  account(
    user: string,
    options?: { tls?: TlsMode; secret?: string; host?: string; trusts?: string | null },
  ): Account;
  /** Puts a message into a mailbox as its server would, INBOX unless another is named. */
  deliver(user: string, message: string | Uint8Array, mailbox?: string): Promise<void>;
  /** Runs doveadm for a user, and gives what it prints. */
  doveadm(user: string, command: string, ...options: readonly string[]): Promise<string>;
  /** The Maildir of a user, to be filled directly before they log in for the first time. */
  maildir(user: string): string;
  stop(): Promise<void>;
  start(): Promise<void>;
}

interface DovecotOptions {
  /** Extra lines of configuration. */
  readonly settings?: string;
  readonly certificates?: Certificates;
}

/** A real Dovecot on free loopback ports with a folder of its own; gone when the test ends. */
export async function startDovecot(options: DovecotOptions = {}): Promise<Dovecot> {
  const server = await openDovecot(options);
  onTestFinished(() => server.remove());
  return server;
}

/** The same for a suite that shares one: the caller removes it. */
export async function openDovecot(
  options: DovecotOptions = {},
): Promise<Dovecot & { remove(): Promise<void> }> {
  if (dovecotPath === null) throw new Error(dovecotIsAbsent);
  const folder = mkdtempSync(join(tmpdir(), 'liaison-dovecot-'));
  const certificates = options.certificates ?? createCertificates(join(folder, 'tls'));
  const [port, tlsPort] = [await freePort(), await freePort()];
  const config = join(folder, 'dovecot.conf');
  mkdirSync(join(folder, 'home'), { mode: 0o777 });
  writeFileSync(
    config,
    configuration({ folder, port, tlsPort, certificates, settings: options.settings ?? '' }),
  );
  const owner = mailOwner();
  if (owner.isRoot) execFileSync('chown', ['-R', `${owner.uid}:${owner.gid}`, join(folder, 'home')]);
  execFileSync('chmod', ['755', folder]);
  let process: ChildProcess | null = null;

  async function start(): Promise<void> {
    process = spawn(dovecotPath ?? '', ['-F', '-c', config], { stdio: 'ignore' });
    await waitFor(() => isListening(port), 'dovecot to listen');
  }
  async function stop(): Promise<void> {
    const running = process;
    process = null;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    const late = setTimeout(() => running.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(late);
  }
  const doveadm: Dovecot['doveadm'] = async (user, command, ...rest) => {
    const { stdout } = await run('doveadm', ['-c', config, ...command.split(' '), '-u', user, ...rest], {
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  };
  await start();
  return {
    port,
    tlsPort,
    certificates,
    folder,
    start,
    stop,
    doveadm,
    maildir: (user) => join(folder, 'home', user, 'Maildir'),
    account: (
      user,
      { tls = 'none', secret = password, host = '127.0.0.1', trusts = certificates.authority } = {},
    ) => ({
      secret,
      identities: [{ name: 'Northwind', address: `${user}@northwind.example` }],
      settings: {
        kind: 'mail',
        mail: {
          user,
          authentication: 'password',
          imap: { host, port: tls === 'tls' ? tlsPort : port, tls },
          smtp: { host, port, tls },
          trustedCertificate: trusts,
        },
      },
    }),
    async deliver(user, message, mailbox = 'INBOX') {
      const saving = run('doveadm', ['-c', config, 'save', '-u', user, '-m', mailbox]);
      saving.child.stdin?.end(message);
      await saving;
    },
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Dovecot refuses to keep mail for root: then it belongs to nobody. */
export function mailOwner() {
  const { uid, gid } = userInfo();
  return uid === 0 ? { isRoot: true, uid: 65_534, gid: 65_534 } : { isRoot: false, uid, gid };
}

function configuration(at: {
  folder: string;
  port: number;
  tlsPort: number;
  certificates: Certificates;
  settings: string;
}): string {
  const { uid, gid, isRoot } = mailOwner();
  const { username } = userInfo();
  const internal = isRoot ? '' : `default_internal_user = ${username}\ndefault_login_user = ${username}\n`;
  return `
base_dir = ${at.folder}/run
state_dir = ${at.folder}/state
protocols = imap
listen = 127.0.0.1
log_path = ${at.folder}/dovecot.log
${internal}ssl = yes
ssl_cert = <${at.certificates.certificatePath}
ssl_key = <${at.certificates.keyPath}
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:~/Maildir
mail_fsync = never
mail_max_userip_connections = 100
first_valid_uid = 1
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${at.port}
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = ${at.tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${at.folder}/home/%u
}
${at.settings}
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function isListening(port: number): Promise<boolean> {
  const { connect } = await import('node:net');
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
