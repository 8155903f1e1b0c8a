import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeychainAnswer } from './ask-keychain.ts';

const root = join(import.meta.dirname, '../../..');
const askScript = join(import.meta.dirname, 'ask-keychain.ts');

/** What must be installed; null when all of it is there. */
export function missingForKeyring(): string | null {
  const needed = ['dbus-run-session', 'dbus-send', 'gnome-keyring-daemon'];
  const missing = needed.filter((name) => !existsSync(join('/usr/bin', name)));
  return missing.length === 0 ? null : `not installed: ${missing.join(', ')}`;
}

/** Steps of a shell script that runs under a D-Bus session of its own, in a home of its own. */
export const steps = {
  /** Starts a keyring and unlocks it; the password must not be empty. */
  start: 'echo keyring-password | gnome-keyring-daemon --unlock --components=secrets >/dev/null',
  lock:
    'dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets ' +
    'org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login >/dev/null',
  daemonPid:
    'pid=$(dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus /org/freedesktop/DBus ' +
    "org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets | awk '{print $2}')",
  kill: 'kill -9 $pid',
  /** Stops the daemon for a while: it holds its name on the bus and answers nothing. */
  stopAWhile: 'kill -STOP $pid; (sleep 2; kill -CONT $pid) &',
  /** Nothing may start the daemon again: the bus knows no service. */
  forbidActivation: 'export DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent/bus',
  ask: (calls: string, deadline = 5000) => `"${process.execPath}" "${askScript}" ${deadline} ${calls}`,
} as const;

/** Runs the steps and gives one list of answers per `ask`. */
export async function inKeyringSession(script: readonly string[]): Promise<KeychainAnswer[][]> {
  const home = mkdtempSync(join(tmpdir(), 'liaison-keyring-'));
  try {
    const path = join(home, 'steps.sh');
    writeFileSync(path, `set -e\n${script.join('\n')}\n`);
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
    const env = { ...rest, HOME: home, XDG_RUNTIME_DIR: home, XDG_DATA_HOME: '', XDG_CONFIG_HOME: '' };
    return linesOf(await run('dbus-run-session', ['--', 'sh', path], env));
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The same question where there is no session bus at all. */
export async function withoutSessionBus(calls: string): Promise<KeychainAnswer[]> {
  const {
    DBUS_SESSION_BUS_ADDRESS: _bus,
    DISPLAY: _display,
    XDG_RUNTIME_DIR: _runtime,
    ...env
  } = process.env;
  const answers = linesOf(await run('sh', ['-c', steps.ask(calls)], env));
  return answers[0] ?? [];
}

const linesOf = (text: string): KeychainAnswer[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('['))
    .map((line) => JSON.parse(line) as KeychainAnswer[]);

function run(command: string, parameters: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, parameters, { env, cwd: root, timeout: 50_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout);
    });
  });
}
