import { setTimeout as sleep } from 'node:timers/promises';
import { queueViews } from '../../electron/shared/conversation-words.ts';
import type { QueuePage } from '../../electron/shared/conversations.ts';
import { conversations, counting, pages, queries, searches } from './support/answers.ts';
import type { Bench, BenchContext, Figure } from './support/bench.ts';
import { callerOf, openBenchCore } from './support/bench-core.ts';
import { bigWorkspace, type BigWorkspace } from './support/big-workspace.ts';
import { startBenchHost } from './support/host.ts';

const pageTarget = { of: 'value', most: 5 } as const;
const searchTarget = { of: 'value', most: 10 } as const;
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
      ...(await pages(caller, { clientId, rounds, target: pageTarget })),
      await conversations(caller, rounds),
      ...(await searches(caller, { clientId, rounds, target: searchTarget })),
      await counting(caller),
    ];
  } finally {
    await core.close();
  }
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
