import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { clientMigrations } from '../../../electron/core/store/client/migrations.ts';
import type { BenchContext } from './bench.ts';
import {
  addBenchClient,
  addMailbox,
  benchPorts,
  callerOf,
  callerOperator,
  deskOf,
  openBenchCore,
} from './bench-core.ts';
import type { BigWorkspace, Making } from './big-workspace.ts';
import { cachedFolder } from './cache-folder.ts';
import type { Errand } from './stored-mail.ts';

/** Counts up whenever what is made changes; together with the schema's version it names the kept workspace. */
const makerVersion = 1;
/** Of the conversations; no client has more than a third. */
const shares = [0.3, 0.25, 0.2, 0.15, 0.1] as const;
const filler = join(import.meta.dirname, 'fill-client.ts');

/** Five encrypted clients with that many conversations of five messages each, filled by processes of their own. */
export async function millionWorkspace(
  conversations: number,
  { say }: Pick<BenchContext, 'say'>,
): Promise<BigWorkspace> {
  const name = `million-${makerVersion}.${clientMigrations.length}-${conversations}`;
  const folder = await cachedFolder(name, async (unfinished) => {
    say(`making ${conversations} conversations in five clients (once)`);
    const errands = await prepare(unfinished, conversations);
    const start = performance.now();
    const messages = await fillAll(errands);
    const making: Making = { conversations, messages, seconds: (performance.now() - start) / 1000 };
    writeFileSync(join(unfinished, 'making.json'), JSON.stringify(making));
  });
  return { folder, ...(JSON.parse(readFileSync(join(folder, 'making.json'), 'utf8')) as Making) };
}

/** Empty clients with their mailboxes, and what it takes to fill them. */
async function prepare(folder: string, conversations: number): Promise<Errand[]> {
  const core = await openBenchCore(folder);
  callerOf(core);
  const errands: Omit<Errand, 'key'>[] = [];
  let first = 0;
  for (const [n, share] of shares.entries()) {
    const client = await addBenchClient(core, n);
    const desk = deskOf(client);
    const channelId = addMailbox(core, core.services.stores.of(client.id), desk);
    const count = Math.round(conversations * share);
    errands.push({
      clientId: client.id,
      channelId,
      operatorId: callerOperator(core),
      desk,
      folder: core.services.stores.folderOf(client.id),
      first,
      conversations: count,
    });
    first += count;
  }
  await core.close();
  const { passphrase } = (await benchPorts(folder)).secrets;
  return Promise.all(
    errands.map(async (errand) => ({
      ...errand,
      key: (await passphrase.read(`client/${errand.clientId}`)) ?? '',
    })),
  );
}

/** As many at once as there are processors, the largest first; gives the number of messages. */
async function fillAll(errands: readonly Errand[]): Promise<number> {
  const waiting = [...errands];
  let messages = 0;
  const work = async () => {
    for (let errand = waiting.shift(); errand; errand = waiting.shift()) {
      const filled = await fill(errand);
      messages += filled;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return messages;
}

/** At the lowest priority: others may be at work on the machine. */
async function fill(errand: Errand): Promise<number> {
  const child = spawn(process.execPath, [filler], { stdio: ['pipe', 'pipe', 'inherit'] });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  child.stdin.end(JSON.stringify(errand));
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`a client was not filled (${String(code)})`);
  return (JSON.parse(said) as { messages: number }).messages;
}
