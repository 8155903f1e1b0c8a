import { spawnSync } from 'node:child_process';

/** Programs of the system that the tests talk to, and Debian's packages that bring them. */
const wanted = [
  { program: 'dovecot', package: 'dovecot-imapd' },
  { program: 'chromium', package: 'chromium' },
  { program: 'gnome-keyring-daemon', package: 'gnome-keyring' },
  { program: 'dbus-run-session', package: 'dbus' },
  { program: 'Xvfb', package: 'xvfb' },
];

/** @param {string} program */
const has = (program) =>
  spawnSync('sh', ['-c', `command -v ${program}`], {
    stdio: 'ignore',
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
  }).status === 0;

const missing = () => wanted.filter(({ program }) => !has(program));

/**
 * Installs what is missing by apt where this user may; elsewhere says what to install.
 *
 * @returns {boolean} whether everything is there
 */
export function installSystemPackages() {
  if (missing().length === 0) return true;
  const names = missing().map((each) => each.package);
  if (has('apt-get') && process.getuid?.() === 0) {
    process.stdout.write(`Installing by apt: ${names.join(' ')}\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    const apt = ['install', '-y', '-qq', '--no-install-recommends', ...names];
    spawnSync('apt-get', apt, { stdio: ['ignore', 'ignore', 'inherit'], env });
  }
  const still = missing().map((each) => each.package);
  if (still.length === 0) return true;
  process.stdout.write(`The tests need these programs; please install: ${still.join(' ')}\n`);
  return false;
}
