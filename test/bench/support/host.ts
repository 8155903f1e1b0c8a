import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { passphraseFileIn } from './bench-core.ts';

const entry = join(import.meta.dirname, '../../../out/main/loopback.js');
const addressPattern = /(http:\/\/127\.0\.0\.1:\d+)\/#token=([\w-]+)/;
const patienceMilliseconds = 120_000;
const megabyte = 1024;

export interface BenchHost {
  /** Without the token. */
  readonly origin: string;
  readonly token: string;
  /** From the start of the process to the line with the address. */
  readonly readySeconds: number;
  /** A query over HTTP, as a script sends it. */
  query(path: string, input: unknown): Promise<unknown>;
  /** Resident memory now and at its highest, in MB. */
  memory(): { readonly now: number; readonly peak: number };
  stop(): Promise<void>;
}

/** The built loopback host on `<folder>/data`, in a process of its own. */
export async function startBenchHost(folder: string): Promise<BenchHost> {
  const start = performance.now();
  const parameters = [
    '--headless',
    '--data',
    join(folder, 'data'),
    '--passphrase-file',
    passphraseFileIn(folder),
  ];
  const child = spawn(process.execPath, [entry, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] });
  const { origin, token } = await addressFrom(child);
  const readySeconds = (performance.now() - start) / 1000;
  return {
    origin,
    token,
    readySeconds,
    query: (path, input) => ask({ origin, token, path, input }),
    memory: () => ({ now: statusOf(child, 'VmRSS'), peak: statusOf(child, 'VmHWM') }),
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function addressFrom(child: ChildProcess): Promise<{ origin: string; token: string }> {
  let said = '';
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`the host did not start (is it built?): ${said}`));
    const late = setTimeout(fail, patienceMilliseconds);
    child.once('exit', fail);
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      const [, origin, token] = addressPattern.exec(said) ?? [];
      if (!origin || !token) return;
      clearTimeout(late);
      child.off('exit', fail);
      resolve({ origin, token });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  });
}

async function ask(call: { origin: string; token: string; path: string; input: unknown }): Promise<unknown> {
  const { origin, token, path, input } = call;
  const response = await fetch(`${origin}/api/rpc`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id: 1, method: 'query', params: { path, input } }),
  });
  const answer = (await response.json()) as { result?: { data?: unknown }; error?: unknown };
  if (!response.ok || answer.error)
    throw new Error(`${path}: ${JSON.stringify(answer.error ?? response.status)}`);
  return answer.result?.data;
}

/** A line of Linux' /proc/PID/status, in MB; NaN elsewhere. */
function statusOf(child: ChildProcess, name: string): number {
  const status = process.platform === 'linux' ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : '';
  const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
  return kilobytes === undefined ? Number.NaN : Number(kilobytes) / megabyte;
}
