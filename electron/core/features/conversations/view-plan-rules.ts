import type { ConversationStatus } from '../../../shared/conversations.ts';
import type { ViewFilter, ViewSort } from '../../../shared/views.ts';

/** Where the rows of a saved view are read off, in the order of the sort; several are merged. */
export type Drive =
  | { readonly by: 'status'; readonly status: ConversationStatus }
  | { readonly by: 'tag'; readonly tag: string; readonly earlier: readonly string[] }
  | { readonly by: 'age' | 'mine' | 'unassigned' | 'waiting' | 'due' }
  /** Few enough to be sorted: the rows that hold one of these tags, or that value in the field. */
  | { readonly by: 'few-tagged' }
  | { readonly by: 'few-valued'; readonly field: number };

/** So few rows are sorted in no time. */
const fewRows = 600;
/** Counting stops there: what is larger is merely large. */
export const countedRows = 20_000;

/** What is asked before a plan is made: the size of a set, counted to `countedRows`. */
export type Sizes = (
  of:
    | { readonly set: 'tags' }
    | { readonly set: 'field'; readonly field: number }
    | { readonly set: 'statuses'; readonly statuses: readonly ConversationStatus[] }
    | { readonly set: 'mine' | 'unassigned' },
) => number;

const atWork: readonly ConversationStatus[] = ['new', 'open', 'waiting', 'on-hold'];
const awaiting: readonly ConversationStatus[] = ['new', 'open', 'on-hold', 'snoozed'];
const promised: readonly ConversationStatus[] = [...atWork, 'snoozed'];

/**
 * The statuses that can fulfil the filter at all; null: all but spam. Nobody waits in what has ended, and nothing is
 * promised of it.
 */
export function possibleStatuses(filter: ViewFilter, sort: ViewSort): readonly ConversationStatus[] | null {
  const waits = filter.waiting === true || filter.waitingMinutes !== null || sort === 'waiting';
  const owes = filter.promise !== null || sort === 'due';
  const named = filter.statuses.length > 0 ? filter.statuses : null;
  if (!waits && !owes) return named;
  const possible = waits ? awaiting : promised;
  return named ? named.filter((status) => possible.includes(status)) : possible;
}

/**
 * The way on which the fewest rows are looked at in vain. A set that is small is sorted; else the rows come off an index
 * in the order of the sort, the smallest set that has one first.
 */
export function planView(
  { filter, sort }: { readonly filter: ViewFilter; readonly sort: ViewSort },
  sizes: Sizes,
): readonly Drive[] {
  const few = fewOf(filter, sizes);
  if (few) return [few];
  if (sort === 'waiting' || sort === 'due') return [{ by: sort }];
  const statuses = possibleStatuses(filter, sort);
  const isAtWork = statuses !== null && statuses.every((status) => atWork.includes(status));
  const ways: { size: number; drives: readonly Drive[] }[] = [];
  if (isAtWork && filter.assignee === 'nobody')
    ways.push({ size: sizes({ set: 'unassigned' }), drives: [{ by: 'unassigned' }] });
  else if (isAtWork && filter.assignee !== null && filter.assignee !== 'somebody')
    ways.push({ size: sizes({ set: 'mine' }), drives: [{ by: 'mine' }] });
  if (filter.tags.length > 0) ways.push({ size: sizes({ set: 'tags' }), drives: drivesOfTags(filter.tags) });
  if (statuses)
    ways.push({
      size: sizes({ set: 'statuses', statuses }),
      drives: statuses.map((status) => ({ by: 'status', status })),
    });
  const [best] = ways.toSorted((a, b) => a.size - b.size);
  return best?.drives ?? [{ by: 'age' }];
}

function fewOf(filter: ViewFilter, sizes: Sizes): Drive | null {
  const field = filter.fields.findIndex(({ how }) => how === 'is');
  if (field >= 0 && sizes({ set: 'field', field }) <= fewRows) return { by: 'few-valued', field };
  if (filter.tags.length > 0 && sizes({ set: 'tags' }) <= fewRows) return { by: 'few-tagged' };
  return null;
}

/** Each row once: under the first of the tags that it bears. */
const drivesOfTags = (tags: readonly string[]): Drive[] =>
  tags.map((tag, index) => ({ by: 'tag', tag, earlier: tags.slice(0, index) }));
