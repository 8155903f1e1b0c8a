import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { temporaryFolder } from './temporary-folder.ts';

const entry = join(import.meta.dirname, '../../electron/hosts/cli/index.ts');

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
  readonly json: unknown;
}

/** Runs the command line as a process of its own. */
export async function liaison(words: readonly string[], input = ''): Promise<Run> {
  const child = spawn(process.execPath, [entry, ...words], { env: { ...process.env, LC_ALL: 'C' } });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const [out, said, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  let json: unknown;
  try {
    json = JSON.parse(out);
  } catch {
    json = undefined;
  }
  return { code, out, said, json };
}

/** The same for a reader who goes away before anything is said. */
export async function unread(words: readonly string[]): Promise<Pick<Run, 'code' | 'said'>> {
  const child = spawn(process.execPath, [entry, ...words], { env: { ...process.env, LC_ALL: 'C' } });
  child.stdout.destroy();
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const [said, code] = await Promise.all([text(child.stderr), ended]);
  return { code, said };
}

/** A workspace under a passphrase, as a server has it: no keychain is asked. */
export function workspace() {
  const folder = temporaryFolder();
  const passphrase = join(folder, 'passphrase');
  writeFileSync(passphrase, 'correct horse battery staple\n');
  const data = join(folder, 'data');
  const run = (words: readonly string[], input?: string) =>
    liaison([...words, '--data', data, '--passphrase-file', passphrase, '--json'], input);
  return { folder, data, run };
}
