import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type SecondInstance = (parameters: readonly string[]) => void;

/**
 * One application per profile folder, as Electron's lock: the first one holds a file with its process id, a later one
 * leaves its command line in a folder that the first one watches.
 */
export function takeInstanceLock(profile: string, onSecond: SecondInstance): boolean {
  const lock = join(profile, 'stand-in.lock');
  const letters = join(profile, 'stand-in-letters');
  mkdirSync(letters, { recursive: true });
  if (!take(lock)) {
    const letter = join(profile, `letter-${process.pid}`);
    writeFileSync(letter, JSON.stringify(process.argv));
    renameSync(letter, join(letters, String(process.pid)));
    return false;
  }
  watch(letters, () => readLetters(letters, onSecond)).unref();
  process.once('exit', () => rmSync(lock, { force: true }));
  return true;
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (isRunning(Number(readFileSync(lock, 'utf8')))) return false;
    rmSync(lock, { force: true });
    return take(lock);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function readLetters(letters: string, onSecond: SecondInstance): void {
  for (const name of readdirSync(letters)) {
    const letter = join(letters, name);
    const parameters = JSON.parse(readFileSync(letter, 'utf8')) as string[];
    rmSync(letter);
    onSecond(parameters);
  }
}
