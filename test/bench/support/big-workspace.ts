import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '../../../electron/core/core.ts';
import { clientMigrations } from '../../../electron/core/store/client/migrations.ts';
import type { ClientStore } from '../../../electron/core/store/client/client-store.ts';
import type { ChannelId } from '../../../electron/shared/ids.ts';
import type { BenchContext } from './bench.ts';
import { addBenchClient, addMailbox, callerOf, callerOperator, deskOf, openBenchCore } from './bench-core.ts';
import { cachedFolder } from './cache-folder.ts';
import { madeMessage, planConversation, type Desk, type Plan } from './made-mail.ts';
import { workOn } from './worked-on.ts';

/** Counts up whenever what is made changes; together with the schema's version it names the kept workspace. */
const makerVersion = 3;
/** Half of the conversations are the first client's. */
const shares = [0.5, 0.3, 0.2] as const;
const day = 24 * 3_600_000;
const spanDays = 540;
const batchMessages = 500;

export interface Making {
  readonly conversations: number;
  readonly messages: number;
  /** Of ingest alone. */
  readonly seconds: number;
}
export interface BigWorkspace extends Making {
  /** Holds `data` and `passphrase`. */
  readonly folder: string;
}

/** Three encrypted clients with that many conversations in all, made through the core's own ingest, or as made before. */
export async function bigWorkspace(conversations: number, { say }: BenchContext): Promise<BigWorkspace> {
  const name = `workspace-${makerVersion}.${clientMigrations.length}-${conversations}`;
  const folder = await cachedFolder(name, async (unfinished) => {
    say(`making ${conversations} conversations in three clients (once)`);
    const making = await makeWorkspace(unfinished, conversations);
    writeFileSync(join(unfinished, 'making.json'), JSON.stringify(making));
  });
  return { folder, ...(JSON.parse(readFileSync(join(folder, 'making.json'), 'utf8')) as Making) };
}

async function makeWorkspace(folder: string, conversations: number): Promise<Making> {
  const core = await openBenchCore(folder);
  callerOf(core);
  const made = { conversations, messages: 0, seconds: 0 };
  let first = 0;
  for (const [n, share] of shares.entries()) {
    const client = await addBenchClient(core, n);
    const store = core.services.stores.of(client.id);
    const desk = deskOf(client);
    const count = Math.round(conversations * share);
    const plans = planAll(first, count);
    first += count;
    const start = performance.now();
    made.messages += takeIn(core, store, { plans, desk, channelId: addMailbox(core, store, desk) });
    made.seconds += (performance.now() - start) / 1000;
    workOn(core.services.conversations, store, callerOperator(core));
    store.checkpoint();
  }
  await core.close();
  return made;
}

function planAll(first: number, count: number): Plan[] {
  const end = Date.now();
  const span = { start: end - spanDays * day, end, customers: Math.ceil(count * 0.6), messages: 3 };
  return Array.from({ length: count }, (_, n) => planConversation(first + n, span));
}

/** In the order in which mail would have come; gives the number of messages. */
function takeIn(
  core: Core,
  store: ClientStore,
  { plans, desk, channelId }: { plans: readonly Plan[]; desk: Desk; channelId: ChannelId },
): number {
  const turns = plans.flatMap((plan) => plan.times.map((at, turn) => ({ plan, turn, at })));
  turns.sort((a, b) => a.at - b.at);
  for (let from = 0; from < turns.length; from += batchMessages) {
    const messages = turns
      .slice(from, from + batchMessages)
      .map(({ plan, turn }) => madeMessage(plan, turn, desk));
    const progress = { done: from, total: turns.length };
    core.services.conversations.ingest(store, channelId, { messages, removed: [], cursor: '{}', progress });
  }
  return turns.length;
}
