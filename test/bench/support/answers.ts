import { queueViews } from '../../../electron/shared/conversation-words.ts';
import type { QueuePage, QueueView } from '../../../electron/shared/conversations.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import type { Figure } from './bench.ts';
import type { callerOf } from './bench-core.ts';
import { percentile, timeEach } from './statistics.ts';

export type Caller = ReturnType<typeof callerOf>;

const openTarget = { of: 'value', most: 100 } as const;

interface Asked {
  /** The one client whose lists are asked for beside those of all. */
  readonly clientId: ClientId | null;
  readonly rounds: number;
  readonly target: NonNullable<Figure['target']>;
}

/** Every view of all clients and of one: its first page, and one after the other. */
export async function pages(caller: Caller, { clientId, rounds, target }: Asked): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const view of queueViews) {
    for (const scope of [null, clientId]) {
      const where = scope === null ? 'all clients' : 'one client';
      const ask = (cursor: string | null) => caller.conversations.queue({ clientId: scope, view, cursor });
      await ask(null);
      const first = await timeEach(rounds, () => ask(null));
      figures.push({ ...worstOf(first), target, name: `list page p95, ${view}, ${where}, first` });
      const deep = await deepTimes(ask, rounds);
      figures.push({ ...worstOf(deep), target, name: `list page p95, ${view}, ${where}, deep` });
    }
  }
  return figures;
}

const worstOf = (times: readonly number[]) => ({ value: percentile(times, 0.95), unit: 'ms' as const });

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
export async function conversations(caller: Caller, rounds: number): Promise<Figure> {
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
export const queries = {
  common: ['hello', 'the', 'regards', 'you', 'of'],
  medium: ['refund', 'parcel', 'warranty', 'cancel', 'battery'],
  rare: ['northwind12', 'solstice', 'yara weber', 'dvořák', 'okafor'],
  prefix: ['re', 'del', 'tra', 'sho', 'com'],
  'two words': ['refund parcel', 'late delivery', 'the kind', 'cancel subscription', 'broken screen'],
  phrase: ['"kind regards"', '"thank you"', '"the refund"', '"of the"', '"not working"'],
} as const;

export async function searches(caller: Caller, { clientId, rounds, target }: Asked): Promise<Figure[]> {
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
        target,
      });
    }
  }
  return figures;
}

/** The page asks for it after the hits; it is done in slices, so it holds up nobody. */
export async function counting(caller: Caller): Promise<Figure> {
  const texts = Object.values(queries).flat();
  const count = (round: number) =>
    caller.conversations.searchCount({ clientId: null, text: texts[round] ?? '' });
  const times = await timeEach(texts.length, count);
  return { name: 'count what a search finds, to 10,000, p95', value: percentile(times, 0.95), unit: 'ms' };
}
