import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Page } from 'playwright/test';
import type { Core } from '../../electron/core/core.ts';
import { inSlices } from '../../electron/core/slices.ts';
import { queueViews } from '../../electron/shared/conversation-words.ts';
import type { QueuePage, SearchPage } from '../../electron/shared/conversations.ts';
import type { Bench, BenchContext, Figure } from './support/bench.ts';
import { counting, pages, searches, type Caller } from './support/answers.ts';
import { callerOf, openBenchCore } from './support/bench-core.ts';
import type { BigWorkspace } from './support/big-workspace.ts';
import { openBenchBrowser } from './support/browser.ts';
import { startArrivingHost, type ArrivingHost } from './support/host.ts';
import { millionWorkspace } from './support/million-workspace.ts';
import { needPeers } from './support/peers.ts';
import { paragraphs } from './support/prose.ts';
import { createRandom } from './support/random.ts';
import { savedViews } from './support/saved-views.ts';
import { median, percentile, timeEach } from './support/statistics.ts';
import { longThread } from './support/stored-mail.ts';

const most = (milliseconds: number) => ({ of: 'value', most: milliseconds }) as const;

/**
 * The largest workspace that is promised to work: five clients, a million conversations, five million messages. It keeps
 * what the bench itself adds: its saved views, its promises and the mails of each burst.
 */
export const millionBench: Bench = {
  name: 'million',
  onlyAsked: true,
  async run(context) {
    await needPeers(['chromium'], context);
    const workspace = await millionWorkspace(context.conversations, context);
    const { conversations, messages, seconds } = workspace;
    const note = `${conversations} conversations, ${messages} messages`;
    const making: Figure = { name: 'store mail (made once)', value: messages / seconds, unit: '/s', note };
    return [making, ...(await answers(workspace, context)), ...(await onScreen(workspace, context))];
  },
};

async function answers({ folder }: BigWorkspace, { quick, say }: BenchContext): Promise<Figure[]> {
  const start = performance.now();
  const core = await openBenchCore(folder);
  const opening: Figure = { name: 'open the workspace', value: performance.now() - start, unit: 'ms' };
  const caller = callerOf(core);
  const rounds = quick ? 20 : 100;
  try {
    say('pages and saved views');
    const clientId = (await caller.clients.list())[0]?.id ?? null;
    const lists = await pages(caller, { clientId, rounds, target: most(10) });
    const promises = await promise(core, caller);
    const views = await viewFigures(caller, quick ? 10 : 40);
    say('conversations and searches');
    return [
      opening,
      ...lists,
      ...promises,
      ...views,
      await longestThread(caller, rounds),
      ...(await searches(caller, { clientId, rounds, target: most(20) })),
      await anyWord(caller, quick ? 50 : 400),
      await counting(caller),
      ...(await exactCount(caller)),
    ];
  } finally {
    await core.close();
  }
}

/** Promises are made once; what falls due is then worked out in the background. Here that is waited for. */
async function promise({ services }: Core, caller: Caller): Promise<Figure[]> {
  const levels = { firstResponse: 240, nextResponse: 480, resolution: null };
  const figures: Figure[] = [];
  for (const { id } of await caller.clients.list()) {
    const { firstResponse } = await caller.serviceLevels.read({ clientId: id });
    if (firstResponse !== null) continue;
    await caller.serviceLevels.define({ clientId: id, levels });
    const start = performance.now();
    const worked = await inSlices(services.serviceLevels.dueSteps(services.stores.of(id)));
    const value = worked / ((performance.now() - start) / 1000);
    figures.push({
      name: 'promises worked out (made once)',
      value,
      unit: '/s',
      note: `${worked} conversations`,
    });
  }
  return figures.slice(0, 1);
}

async function viewFigures(caller: Caller, rounds: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { id, name } of await savedViews(caller)) {
    const ask = () => caller.views.queue({ viewId: id, clientId: null });
    const [first = 0] = await timeEach(1, ask);
    const times = await timeEach(rounds, ask);
    const note = `the very first ${first.toFixed(1)} ms`;
    figures.push({ ...worst(times), name: `saved view p95, ${name}, first page`, target: most(10), note });
  }
  const counts = () => caller.conversations.counts();
  const viewCounts = () => caller.views.counts({ clientId: null });
  return [
    ...figures,
    { ...worst(await timeEach(rounds, counts)), name: 'counts of the standing queues p95' },
    { ...worst(await timeEach(10, viewCounts)), name: 'counts of all saved views p95' },
  ];
}

const worst = (times: readonly number[]) => ({ value: percentile(times, 0.95), unit: 'ms' as const });

const askLongThreads = { clientId: null, text: `"${longThread.subject}"`, limit: 100 };

/** One of each client. */
function longThreads({ hits }: SearchPage) {
  const threads = new Map(hits.map((hit) => [hit.conversationId, hit]));
  if (threads.size === 0) throw new Error('the longest threads are not there');
  return [...threads.values()].map(({ clientId, conversationId }) => ({ clientId, conversationId }));
}

async function longestThread(caller: Caller, rounds: number): Promise<Figure> {
  const threads = longThreads(await caller.conversations.search(askLongThreads));
  const times = await timeEach(rounds, (round) => {
    const thread = threads[round % threads.length];
    return thread && caller.conversations.read(thread);
  });
  return { ...worst(times), name: `read a conversation of ${longThread.messages} messages p95` };
}

/** Words as they stand in the mail, the commonest most often; each is asked for once. */
async function anyWord(caller: Caller, words: number): Promise<Figure> {
  const all =
    paragraphs(createRandom(17), words)
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  const texts = [...new Set(all)].slice(0, words);
  const times = await timeEach(texts.length, (round) =>
    caller.conversations.search({ clientId: null, text: texts[round] ?? '' }),
  );
  const note = `${texts.length} words, slowest ${Math.max(...times).toFixed(1)} ms`;
  return { ...worst(times), name: 'search newest 50 p95, any word, each once', target: most(20), note };
}

/** In the background: what matters is how long anybody else has to wait meanwhile. */
async function exactCount(caller: Caller): Promise<Figure[]> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const [milliseconds = 0] = await timeEach(1, () =>
    caller.conversations.searchCount({ clientId: null, text: 'regards', exact: true }),
  );
  delay.disable();
  return [
    { name: 'count a common word exactly', value: milliseconds / 1000, unit: 's' },
    { name: 'longest wait of others meanwhile', value: delay.max / 1e6, unit: 'ms' },
  ];
}

async function onScreen({ folder }: BigWorkspace, context: BenchContext): Promise<Figure[]> {
  context.say('the page');
  const host = await startArrivingHost(folder);
  const browser = await openBenchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${host.origin}/#token=${host.token}`);
    await page.evaluate(() => window.bench.firstRows);
    return [
      await listsOnScreen(page, { host, context }),
      await threadsOnScreen(page, { host, context }),
      ...(await burst(page, { host, context })),
      { name: 'memory of core and host, after the burst', value: host.memory().now, unit: 'MB' },
      { name: 'memory of the page, after the burst', value: browser.memory(), unit: 'MB' },
    ];
  } finally {
    await browser.close();
    await host.stop();
  }
}

interface AtDesk {
  readonly host: ArrivingHost;
  readonly context: BenchContext;
}

/** Each list is gone to once, from a list that is not measured: nothing of it is on the page yet. */
async function listsOnScreen(page: Page, { host, context }: AtDesk): Promise<Figure> {
  const clients = (await host.query('clients.list', undefined)) as { id: string }[];
  const saved = (await host.query('views.list', undefined)) as { id: string }[];
  const places: string[] = [];
  for (const scope of ['all', ...clients.map(({ id }) => id)])
    for (const view of queueViews.filter((each) => each !== 'spam')) {
      const clientId = scope === 'all' ? null : scope;
      const { rows } = (await host.query('conversations.queue', { clientId, view, limit: 1 })) as QueuePage;
      if (rows.length > 0) places.push(`#/inbox/${scope}/${view}`);
    }
  for (const { id } of saved) {
    const { rows } = (await host.query('views.queue', { viewId: id, clientId: null, limit: 1 })) as QueuePage;
    if (rows.length > 0) places.push(`#/inbox/all/${id}`);
  }
  const between = { hash: '#/inbox/all/spam', shows: 'rows' } as const;
  const times: number[] = [];
  for (const hash of context.quick ? places.slice(0, 10) : places) {
    await page.evaluate((place) => window.bench.goTo(place), between);
    await page.waitForTimeout(150);
    times.push(await page.evaluate((place) => window.bench.goTo(place), { hash, shows: 'rows' } as const));
    await page.waitForTimeout(150);
  }
  const note = `${times.length} lists, each once, median ${median(times).toFixed(0)} ms`;
  return { ...worst(times), name: 'first page of a list on screen, p95', target: most(60), note };
}

async function threadsOnScreen(page: Page, { host, context }: AtDesk): Promise<Figure> {
  const threads = longThreads((await host.query('conversations.search', askLongThreads)) as SearchPage);
  const times: number[] = [];
  for (let round = 0; round < (context.quick ? 1 : 4); round += 1) {
    // Loaded anew: nothing of them is on the page.
    await page.reload();
    await page.evaluate(() => window.bench.firstRows);
    for (const { clientId, conversationId } of threads) {
      await page.waitForTimeout(400);
      const hash = `#/inbox/all/unanswered/${clientId}/${conversationId}`;
      const place = { hash, shows: 'conversation' } as const;
      times.push(await page.evaluate((each) => window.bench.goTo(each), place));
    }
  }
  const name = `open a conversation of ${longThread.messages} messages on screen, p95`;
  return { ...worst(times), name, target: most(150), note: `median ${median(times).toFixed(0)} ms` };
}

/** New mail floods in while somebody writes a reply. */
async function burst(page: Page, { host, context }: AtDesk): Promise<Figure[]> {
  const mails = context.quick ? 1_000 : 10_000;
  context.say(`a burst of ${mails} new mails`);
  await page.evaluate((hash) => void (location.hash = hash), '#/inbox/all/unanswered');
  await page.waitForTimeout(500);
  await page.evaluate(() => window.bench.openRow(0));
  const composer = page.locator('article textarea').last();
  await page.waitForTimeout(1_000);
  if (!(await composer.isVisible())) await page.keyboard.press('r');
  await composer.click();
  await page.waitForTimeout(1_000);
  await page.evaluate(() => (window.bench.forgetKeys(), window.bench.watchFrames()));
  const start = performance.now();
  let isComing = true;
  const coming = host.arrive({ client: 0, mails }).finally(() => (isComing = false));
  while (isComing) {
    await page.keyboard.press('a');
    await page.waitForTimeout(60);
  }
  const stored = await coming;
  if (stored !== mails) throw new Error(`${stored} of ${mails} mails were stored`);
  const seconds = (performance.now() - start) / 1000;
  await page.waitForTimeout(1_000);
  const frames = await page.evaluate(() => window.bench.frames());
  const keys = await page.evaluate(() => window.bench.keyTimes());
  await composer.fill('');
  return [
    { name: `${mails} new mails, until all are in the queue`, value: seconds, unit: 's' },
    longest('longest frame while they come', frames, 100),
    longest('slowest keystroke while they come', keys, 50),
  ];
}

const longest = (name: string, times: readonly number[], limit: number): Figure => ({
  name,
  value: Math.max(...times),
  unit: 'ms',
  target: most(limit),
  note: `of ${times.length}, p95 ${percentile(times, 0.95).toFixed(0)} ms`,
});
