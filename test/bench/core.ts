import { setTimeout as sleep } from 'node:timers/promises';
import { queueViews } from '../../electron/shared/conversation-words.ts';
import type { QueuePage, QueueView } from '../../electron/shared/conversations.ts';
import type { ClientId } from '../../electron/shared/ids.ts';
import type { Bench, BenchContext, Figure } from './support/bench.ts';
import { callerOf, openBenchCore } from './support/bench-core.ts';
import { bigWorkspace, type BigWorkspace } from './support/big-workspace.ts';
import { startBenchHost } from './support/host.ts';
import { percentile, timeEach } from './support/statistics.ts';

type Caller = ReturnType<typeof callerOf>;

const pageTarget = { of: 'value', most: 5 } as const;
const searchTarget = { of: 'value', most: 10 } as const;
const openTarget = { of: 'value', most: 100 } as const;
const memoryTarget = { of: 'value', most: 250 } as const;
/** Enough that an idle process has given back what its start needed. */
const idleMilliseconds = 5_000;

/** The core's own answers over a large workspace, through the router; and the memory of the host that holds it. */
export const coreBench: Bench = {
  name: 'core',
  async run(context) {
    const workspace = await bigWorkspace(context.quick ? 5_000 : 100_000, context);
    const { messages, seconds } = workspace;
    const making: Figure = { name: 'take mail in (made once)', value: messages / seconds, unit: '/s' };
    return [making, ...(await answers(workspace, context)), ...(await memory(workspace, context))];
  },
};

async function answers(workspace: BigWorkspace, { quick, say }: BenchContext): Promise<Figure[]> {
  const start = performance.now();
  const core = await openBenchCore(workspace.folder);
  const opening: Figure = { name: 'open the workspace', value: performance.now() - start, unit: 'ms' };
  const caller = callerOf(core);
  const rounds = quick ? 40 : 200;
  say('pages, searches and conversations');
  try {
    const clientId = (await caller.clients.list())[0]?.id ?? null;
    return [
      opening,
      ...(await pages(caller, { clientId, rounds })),
      await conversations(caller, rounds),
      ...(await searches(caller, { clientId, rounds })),
      await counting(caller),
    ];
  } finally {
    await core.close();
  }
}

async function pages(
  caller: Caller,
  { clientId, rounds }: { clientId: ClientId | null; rounds: number },
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const view of queueViews) {
    for (const scope of [null, clientId]) {
      const where = scope === null ? 'all clients' : 'one client';
      const ask = (cursor: string | null) => caller.conversations.queue({ clientId: scope, view, cursor });
      await ask(null);
      const first = await timeEach(rounds, () => ask(null));
      figures.push({ ...pageFigure(first), name: `list page p95, ${view}, ${where}, first` });
      const deep = await deepTimes(ask, rounds);
      figures.push({ ...pageFigure(deep), name: `list page p95, ${view}, ${where}, deep` });
    }
  }
  return figures;
}

const pageFigure = (times: readonly number[]) => ({
  value: percentile(times, 0.95),
  unit: 'ms' as const,
  target: pageTarget,
});

/** One page after the other, down to where the list ends or the rounds do; from the top again where it was short. */
async function deepTimes(
  ask: (cursor: string | null) => Promise<QueuePage>,
  rounds: number,
): Promise<number[]> {
  let cursor: string | null = null;
  return timeEach(rounds, async () => {
    cursor = (await ask(cursor)).next;
  });
}

/** Conversations from all over the workspace, not only those of the first page. */
async function conversations(caller: Caller, rounds: number): Promise<Figure> {
  const rows: QueuePage['rows'][number][] = [];
  let cursor: string | null = null;
  const view: QueueView = 'all';
  do {
    const page: QueuePage = await caller.conversations.queue({ clientId: null, view, cursor, limit: 200 });
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== null && rows.length < 20_000);
  const step = Math.max(1, Math.floor(rows.length / rounds));
  const times = await timeEach(rounds, async (round) => {
    const row = rows[(round * step) % rows.length];
    if (row) await caller.conversations.read({ clientId: row.clientId, conversationId: row.id });
  });
  return { name: 'read a conversation p95', value: percentile(times, 0.95), unit: 'ms', target: openTarget };
}

/** By how many messages hold them: nearly all, some percent, a handful. */
const queries = {
  common: ['hello', 'the', 'regards', 'you', 'of'],
  medium: ['refund', 'parcel', 'warranty', 'cancel', 'battery'],
  rare: ['northwind12', 'solstice', 'yara weber', 'dvořák', 'okafor'],
  prefix: ['re', 'del', 'tra', 'sho', 'com'],
  'two words': ['refund parcel', 'late delivery', 'the kind', 'cancel subscription', 'broken screen'],
  phrase: ['"kind regards"', '"thank you"', '"the refund"', '"of the"', '"not working"'],
} as const;

async function searches(
  caller: Caller,
  { clientId, rounds }: { clientId: ClientId | null; rounds: number },
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [kind, texts] of Object.entries(queries)) {
    for (const scope of [null, clientId]) {
      const search = (round: number) =>
        caller.conversations.search({ clientId: scope, text: texts[round % texts.length] ?? '' });
      for (const round of texts.keys()) await search(round);
      const times = await timeEach(rounds, search);
      const where = scope === null ? 'all clients' : 'one client';
      figures.push({
        name: `search newest 50 p95, ${kind}, ${where}`,
        value: percentile(times, 0.95),
        unit: 'ms',
        target: searchTarget,
      });
    }
  }
  return figures;
}

/** The page asks for it after the hits; it is done in slices, so it holds up nobody. */
async function counting(caller: Caller): Promise<Figure> {
  const texts = Object.values(queries).flat();
  const count = (round: number) =>
    caller.conversations.searchCount({ clientId: null, text: texts[round] ?? '' });
  const times = await timeEach(texts.length, count);
  return { name: 'count what a search finds, to 10,000, p95', value: percentile(times, 0.95), unit: 'ms' };
}

/** The real host in a process of its own: idle, and after a morning's worth of reading. */
async function memory(workspace: BigWorkspace, { quick, say }: BenchContext): Promise<Figure[]> {
  say('memory of the host');
  const host = await startBenchHost(workspace.folder);
  try {
    await sleep(quick ? 1_000 : idleMilliseconds);
    const idle = host.memory().now;
    for (let round = 0; round < (quick ? 20 : 150); round += 1) await readAround(host, round);
    await sleep(quick ? 1_000 : idleMilliseconds);
    const { now, peak } = host.memory();
    return [
      { name: 'start of the process to its address', value: host.readySeconds * 1000, unit: 'ms' },
      { name: 'memory of core and host, idle', value: idle, unit: 'MB', target: memoryTarget },
      { name: 'memory of core and host, after reading', value: now, unit: 'MB', target: memoryTarget },
      { name: 'memory of core and host, peak', value: peak, unit: 'MB' },
    ];
  } finally {
    await host.stop();
  }
}

async function readAround(host: Awaited<ReturnType<typeof startBenchHost>>, round: number): Promise<void> {
  const view = queueViews[round % queueViews.length];
  const page = (await host.query('conversations.queue', { clientId: null, view })) as QueuePage;
  const texts = Object.values(queries)[round % Object.keys(queries).length] ?? [];
  await host.query('conversations.search', { clientId: null, text: texts[round % texts.length] });
  for (const row of page.rows.slice(0, 5))
    await host.query('conversations.read', { clientId: row.clientId, conversationId: row.id });
}
