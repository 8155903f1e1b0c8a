import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
/** The built program: a bench of the source would measure the stripping of types. */
const builtCli = join(root, 'out/main/cli.js');

export interface Ran {
  readonly seconds: number;
  readonly output: string;
}

/** Runs a program to its end. @throws when it fails, with what it said */
export function runCommand(
  command: string,
  parameters: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const start = performance.now();
  const child = spawn(command, parameters, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, output });
      else reject(new Error(`${command} ended with ${code}: ${errors.slice(-2_000)}${output.slice(-500)}`));
    });
  });
}

/** One of Liaison's own commands, as a person runs it. */
export const runCli = (parameters: readonly string[], at: { data: string; passphraseFile: string }) =>
  runCommand(process.execPath, [
    builtCli,
    ...parameters,
    '--data',
    at.data,
    '--passphrase-file',
    at.passphraseFile,
    '--json',
  ]);
