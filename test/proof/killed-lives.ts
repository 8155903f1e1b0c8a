import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dovecot } from '../support/dovecot.ts';
import { judge, type Judgement, type Truth } from './judge.ts';
import type { KilledKind, KilledTask, Settled } from './killed-task.ts';
import { openMailServers, type MailServers } from './mail-servers.ts';

const program = join(import.meta.dirname, 'killed-core.ts');
/** Milliseconds after the core was made within which it is killed: as long as its work takes, and some more. */
const spans: Readonly<Record<KilledKind, number>> = { sync: 900, send: 3_200, undo: 2_600, bulk: 1_500 };
/** Conversations to begin with, for each kill: a reply has one of its own. */
const mailsBefore: Readonly<Record<KilledKind, (kills: number) => number>> = {
  sync: () => 20,
  send: (kills) => 20 + kills * 13,
  undo: (kills) => 20 + kills * 7,
  bulk: () => 150,
};
const mailsOfARound = 30;
/** No life may hang: a busy machine needs seconds for a start. */
const longestLife = 180_000;

interface Life {
  readonly killed: boolean;
  /** What it said, by its mark. */
  said(mark: string): readonly unknown[];
}

/** Runs the program, and kills it so long after it lives; null: it ends by itself. */
function live(task: KilledTask, killAfter: number | null): Promise<Life> {
  const child = spawn(process.execPath, [program, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Most of a start is reading the program: kept for the lives to come.
    env: { ...process.env, NODE_COMPILE_CACHE: join(task.data, '../compiled') },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Life>();
  let output = '';
  let complaint = '';
  let isAlive = false;
  let timer = setTimeout(() => child.kill('SIGKILL'), longestLife);
  child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString();
    if (isAlive || killAfter === null || !output.includes('alive')) return;
    isAlive = true;
    clearTimeout(timer);
    timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
  child.on('close', (code, signal) => {
    clearTimeout(timer);
    const killed = isAlive && signal === 'SIGKILL';
    if (complaint !== '' || (code !== 0 && !killed))
      return reject(new Error(`a ${task.kind} life ended with ${signal ?? code}: ${complaint}`));
    // What was being said when it died was not said.
    const lines = output.split('\n').slice(0, -1);
    const said = (mark: string) =>
      lines
        .filter((line) => line.startsWith(`${mark} `))
        .map((line) => JSON.parse(line.slice(mark.length)) as unknown);
    return resolve({ killed, said });
  });
  return promise;
}

export interface ProofOptions {
  readonly kind: KilledKind;
  readonly kills: number;
  readonly dovecot: Dovecot;
  readonly tell?: (line: string) => void;
}

/** One workspace, killed so often in the middle of one kind of work; what is left is held against the servers. */
export async function surviveKills(options: ProofOptions): Promise<Judgement & { kills: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-proof-'));
  const servers = await openMailServers(options.dovecot, options.kind);
  try {
    return await surviveOn(servers, { ...options, data: join(folder, 'data') });
  } finally {
    await servers.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function surviveOn(
  servers: MailServers,
  { kind, kills: wanted, data, tell }: ProofOptions & { data: string },
): Promise<Judgement & { kills: number }> {
  let onServer = servers.drop(mailsBefore[kind](wanted));
  const base = { kind, data, mail: servers.mail };
  const prepared = await live({ ...base, act: 'prepare', secrets: [], round: 0, onServer }, null);
  const [secrets] = prepared.said('secrets') as [KilledTask['secrets']];
  const lives: Life[] = [];
  let kills = 0;
  for (let round = 1; kills < wanted; round += 1) {
    if (round > wanted * 2) throw new Error(`only ${kills} of ${round} lives were killed`);
    if (kind === 'sync') onServer += servers.drop(mailsOfARound);
    const life = await live({ ...base, act: 'work', secrets, round, onServer }, Math.random() * spans[kind]);
    lives.push(life);
    if (life.killed) kills += 1;
    if (kills % 10 === 0) tell?.(`${kind}: ${kills} of ${wanted}`);
  }
  const last = await live({ ...base, act: 'settle', secrets, round: 0, onServer }, null);
  const [settled] = last.said('settled') as [Settled];
  const texts = (mark: string) =>
    lives.flatMap((life) => life.said(mark)).filter((each) => typeof each === 'string');
  const rounds = (mark: string) =>
    lives.flatMap((life) => life.said(mark)).filter((each) => typeof each === 'number');
  const truth: Truth = {
    kind,
    queued: texts('queued'),
    takenBack: texts('taken-back'),
    begun: rounds('begun'),
    undone: rounds('taken-back'),
    delivered: servers.delivered(),
    received: await servers.holds('INBOX'),
    filed: await servers.holds('Sent'),
  };
  return { kills, ...judge(truth, settled) };
}
