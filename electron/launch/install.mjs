import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { at, npmEntry, pinnedNode, root } from './tree.mjs';
import { say } from './words.mjs';

const stamp = at('node_modules', '.liaison-installed');

const wanted = () =>
  createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex');

const isInstalled = () =>
  existsSync(pinnedNode()) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted();

/** Installs the locked npm packages where they are missing or older than the lock. Speaks on standard error only. */
export function installPackages() {
  if (isInstalled()) return;
  process.stderr.write(`${say('installing')}\n`);
  const npm = npmEntry();
  const [command, ...first] = npm
    ? [process.execPath, npm]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const result = spawnSync(
    command ?? 'npm',
    [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: !npm && process.platform === 'win32',
    },
  );
  if (result.status !== 0) {
    process.stderr.write(`${say('installFailed')}\n`);
    process.exit(result.status ?? 1);
  }
  writeFileSync(stamp, wanted());
}
