import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '../../electron/core/core.ts';
import { openDovecot, mailOwner, password, type Dovecot } from '../support/dovecot.ts';
import type { Bench, BenchContext, Figure } from './support/bench.ts';
import { openBenchCore, passphraseFileIn } from './support/bench-core.ts';
import { runCli, runCommand } from './support/command.ts';
import { madeMaildir, type MaildirRequest } from './support/made-maildir.ts';
import { mbsyncMailbox } from './support/mbsync.ts';
import { indexWithNotmuch } from './support/notmuch.ts';
import { needPeers } from './support/peers.ts';
import { createProcessorTimes } from './support/processor-time.ts';
import { median } from './support/statistics.ts';

/** Mail from a real Dovecot on this machine: everything at once, nothing new, a hundred new. */
export const imapBench: Bench = {
  name: 'imap',
  async run(context) {
    await needPeers(['doveadm', 'mbsync', 'notmuch'], context);
    const dovecot = await openDovecot();
    try {
      return [await initialSync(dovecot, context), ...(await laterSyncs(dovecot, context))];
    } finally {
      await dovecot.remove();
    }
  },
};

const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'liaison-bench-imap-'));
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

/** Makes a user whose INBOX holds that mail, and has the server look at it once, so that no client pays for that. */
async function mailboxOf(dovecot: Dovecot, user: string, request: MaildirRequest, context: BenchContext) {
  const maildir = await madeMaildir(request, context);
  await runCommand('mkdir', ['-p', join(dovecot.maildir(user), '..')]);
  await runCommand('cp', ['-a', maildir, dovecot.maildir(user)]);
  await giveToServer(dovecot.maildir(user), join(dovecot.maildir(user), '..'));
  await dovecot.doveadm(user, 'fetch', 'uid size.virtual', 'mailbox', 'INBOX');
}

async function giveToServer(...paths: readonly string[]): Promise<void> {
  const { isRoot, uid, gid } = mailOwner();
  if (isRoot) await runCommand('chown', ['-R', `${uid}:${gid}`, ...paths]);
}

async function initialSync(dovecot: Dovecot, context: BenchContext): Promise<Figure> {
  const messages = context.quick ? 1_000 : 10_000;
  await mailboxOf(dovecot, 'initial', { messages, size: 'usual' }, context);
  const [ours, theirs, fetched]: [number[], number[], number[]] = [[], [], []];
  const processor = createProcessorTimes();
  for (let round = 0; round < (context.quick ? 1 : 3); round += 1) {
    const folder = temporaryFolder();
    try {
      const mbsync = mbsyncMailbox({ port: dovecot.port, user: 'initial', password }, folder);
      const [pulled, indexed] = await processor.measure('theirs', async () => [
        await mbsync.pull(),
        await indexWithNotmuch(mbsync.maildir, folder),
      ]);
      fetched.push(pulled);
      theirs.push(pulled + indexed);
      context.say(`mbsync: ${pulled.toFixed(1)} s, notmuch new: ${indexed.toFixed(1)} s`);
      await addMailbox(folder, { port: dovecot.port, user: 'initial' });
      ours.push(await processor.measure('ours', () => syncByCommand(folder, messages)));
      context.say(`sync: ${ours.at(-1)?.toFixed(1)} s`);
    } finally {
      remove(folder);
    }
  }
  return {
    name: `first sync of ${messages} mails, whole command`,
    value: median(ours),
    unit: 's',
    peer: { name: 'mbsync, then notmuch new', value: median(theirs) },
    target: { of: 'ratio', most: 0.2 },
    note: `median of ${ours.length}, taken in turns; mbsync alone ${median(fetched).toFixed(1)} s; ${processor.note}`,
  };
}

const placeOf = (folder: string) => ({
  data: join(folder, 'data'),
  passphraseFile: passphraseFileIn(folder),
});

async function addMailbox(folder: string, { port, user }: { port: number; user: string }): Promise<void> {
  const at = placeOf(folder);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, `${password}\n`);
  const server = `127.0.0.1:${port}:none`;
  await runCli(['clients', 'add', '--name', 'Northwind'], at);
  const channel = ['--address', 'help@northwind.example', '--user', user, '--password-file', passwordFile];
  await runCli(
    ['channels', 'add', '--client', 'Northwind', ...channel, '--imap', server, '--smtp', server],
    at,
  );
}

async function syncByCommand(folder: string, expected: number): Promise<number> {
  const { seconds, output } = await runCli(['sync', '--client', 'Northwind'], placeOf(folder));
  const [{ added } = { added: 0 }] = JSON.parse(output) as { added: number }[];
  if (added !== expected) throw new Error(`synced ${added} of ${expected}`);
  return seconds;
}

const newAtOnce = 100;

/** A large mailbox that both have already: what a look at it costs, and a hundred new mails. */
async function laterSyncs(dovecot: Dovecot, context: BenchContext): Promise<Figure[]> {
  const messages = context.quick ? 2_000 : 100_000;
  await mailboxOf(dovecot, 'later', { messages, size: 'small' }, context);
  const folder = temporaryFolder();
  try {
    const mbsync = mbsyncMailbox({ port: dovecot.port, user: 'later', password }, folder);
    context.say(`mbsync has ${messages} mails after ${(await mbsync.pull({ unsafe: true })).toFixed(1)} s`);
    await addMailbox(folder, { port: dovecot.port, user: 'later' });
    const first = await syncByCommand(folder, messages);
    context.say(`Liaison has them after ${first.toFixed(1)} s`);
    const core = await openBenchCore(folder);
    try {
      const rounds = context.quick ? 2 : 6;
      const pull = pullOf(core);
      const nothing = await inTurns(rounds + 3, { ours: () => pull(0), theirs: () => mbsync.pull() });
      const some = await inTurns(rounds, {
        before: (round) => deliverNew(dovecot, round, context),
        ours: () => pull(newAtOnce),
        theirs: () => mbsync.pull(),
      });
      const command = await syncByCommand(folder, 0).catch(() => Number.NaN);
      const target = { of: 'ratio', most: 0.6 } as const;
      const note = `median of ${rounds} in turns; ours in a core that runs, a new connection each time`;
      return [
        { name: `nothing new in ${messages}`, ...asFigure(nothing), target, note },
        { name: `${newAtOnce} new in ${messages}`, ...asFigure(some), target, note },
        ...(Number.isNaN(command)
          ? []
          : [{ name: 'the same as a command', value: command, unit: 's' as const }]),
      ];
    } finally {
      await core.close();
    }
  } finally {
    remove(folder);
  }
}

interface Turns {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

const asFigure = ({ ours, theirs }: Turns) => ({
  value: median(ours),
  unit: 's' as const,
  peer: { name: 'mbsync', value: median(theirs) },
});

/** Who comes first changes from round to round: the server remembers what it was asked. The first round warms up. */
async function inTurns(
  rounds: number,
  work: {
    before?: (round: number) => Promise<void>;
    ours: () => Promise<number>;
    theirs: () => Promise<number>;
  },
): Promise<Turns> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    await work.before?.(round);
    const oursFirst = round % 2 === 0;
    const first = oursFirst ? await work.ours() : null;
    const their = await work.theirs();
    const our = first ?? (await work.ours());
    if (round === 0) continue;
    ours.push(our);
    theirs.push(their);
  }
  return { ours, theirs };
}

/** Seconds that a running core takes to connect and bring the channel up to date. */
function pullOf(core: Core): (expected: number) => Promise<number> {
  const store = core.services.stores.all()[0];
  const channel = store && core.services.channels.list(store)[0];
  if (!store || !channel) throw new Error('the mailbox is not there');
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  return async (expected) => {
    const start = performance.now();
    const added = await core.services.sync.pullOnce(store, channel.id, options);
    const seconds = (performance.now() - start) / 1000;
    if (added !== expected) throw new Error(`pulled ${added} of ${expected}`);
    return seconds;
  };
}

/** As a mail server would: into `new`, without flags. */
async function deliverNew(dovecot: Dovecot, round: number, context: BenchContext): Promise<void> {
  const first = 1_000_000 + round * newAtOnce;
  const made = join(await madeMaildir({ messages: newAtOnce, size: 'small', first }, context), 'cur');
  const target = join(dovecot.maildir('later'), 'new');
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(made)) cpSync(join(made, name), join(target, name.replace(':2,S', '')));
  await giveToServer(target);
}
