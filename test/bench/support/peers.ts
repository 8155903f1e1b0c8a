import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { BenchContext } from './bench.ts';
import { runCommand } from './command.ts';

/** Programs that a bench measures against, or needs, by the Debian package that brings each. */
const packages = {
  notmuch: 'notmuch',
  mbsync: 'isync',
  doveadm: 'dovecot-imapd',
  chromium: 'chromium',
} as const;
export type PeerName = keyof typeof packages;

const folders = ['/usr/bin', '/usr/local/bin', '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];
const isInstalled = (name: PeerName) => folders.some((folder) => existsSync(`${folder}/${name}`));

/** Installs what is missing where it may (root, apt). @throws saying what to install, where it may not */
export async function needPeers(names: readonly PeerName[], { say }: BenchContext): Promise<void> {
  const missing = names.filter((name) => !isInstalled(name)).map((name) => packages[name]);
  if (missing.length === 0) return;
  const mayInstall = userInfo().uid === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) throw new Error(`please install: ${missing.join(', ')}`);
  say(`installing ${missing.join(', ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-qq'], env);
  await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], env);
}
