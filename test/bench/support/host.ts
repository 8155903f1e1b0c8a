import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../../../electron/shared/clients.ts';
import { withArrivingMail } from './arriving-mail.ts';
import type { HostAnswer, HostErrand, Tallied } from './arriving-host.ts';
import { passphraseFileIn } from './bench-core.ts';

const entry = join(import.meta.dirname, '../../../out/main/loopback.js');
const arriving = join(import.meta.dirname, 'arriving-host.ts');
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

export interface ArrivingHost extends Omit<BenchHost, 'readySeconds'> {
  /** So many new mails come to one client, as from a server; gives how many were stored, once all are. */
  arrive(mail: { client: number; mails: number }): Promise<number>;
  /** Rows over all clients. */
  tally(of: Tallied): Promise<number>;
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
  return { ...(await hostOf(child)), readySeconds: (performance.now() - start) / 1000 };
}

/** The same from the source, where mail can be let arrive. */
export async function startArrivingHost(folder: string): Promise<ArrivingHost> {
  const child = fork(arriving, [folder], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const host = await hostOf(child);
  /** One errand at a time: the next answer is its own. */
  const send = async (errand: HostErrand): Promise<HostAnswer> => {
    const answer = once(child, 'message');
    child.send(errand);
    const [said] = (await answer) as [HostAnswer | { failed: string }];
    if ('failed' in said) throw new Error(said.failed);
    return said;
  };
  return {
    ...host,
    async arrive({ client, mails }) {
      const clients = (await host.query('clients.list', null)) as Pick<Client, 'name'>[];
      const chosen = clients[client % clients.length];
      if (!chosen) throw new Error('there is no client');
      const mail = { client: chosen, mails };
      return withArrivingMail(mail, async (path) => (await send({ kind: 'arrive', client, path })).count);
    },
    tally: async (of) => (await send({ kind: 'tally', of })).count,
  };
}

async function hostOf(child: ChildProcess): Promise<Omit<BenchHost, 'readySeconds'>> {
  const { origin, token } = await addressFrom(child);
  return {
    origin,
    token,
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
