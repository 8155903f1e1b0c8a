import type { ConversationStatus } from '../../../../shared/conversations.ts';
import type { StatusId } from '../../../../shared/ids.ts';
import { categoriesAmong, namedAmong } from '../../../../shared/statuses.ts';
import type { ViewFilter, ViewSort } from '../../../../shared/views.ts';

/** Where the rows of a saved view are read off, in the order of the sort; several are merged. */
export type Drive =
  | { readonly by: 'status'; readonly status: ConversationStatus }
  /** Those that bear the name and stand in none of these categories, which are read off by themselves. */
  | {
      readonly by: 'named';
      readonly statusId: StatusId;
      readonly beyond: readonly ConversationStatus[];
    }
  | { readonly by: 'tag'; readonly tag: string; readonly earlier: readonly string[] }
  | { readonly by: 'age' | 'mine' | 'assigned' | 'unassigned' | 'waiting' | 'due' }
  /** Few enough to be sorted: the rows that hold one of these tags, or that value in the field. */
  | { readonly by: 'few-tagged' }
  | { readonly by: 'few-valued'; readonly field: number };

/** So few rows are sorted in no time. */
const fewRows = 300;

/** What is sorted is looked at as a whole. */
export const isSmall = ({ by }: Drive): boolean => by === 'few-tagged' || by === 'few-valued';

/** Counting stops there: what is larger is merely large. */
export const countedRows = 5_000;

/** Sets are told apart up to this size: to count further takes longer than a page may. */
export const sizedRows = 4_000;

/** What is asked before a plan is made: the size of a set, counted to `sizedRows`. */
export type Sizes = (
  of:
    | { readonly set: 'tags' }
    | { readonly set: 'field'; readonly field: number }
    | { readonly set: 'statuses'; readonly statuses: readonly ConversationStatus[] }
    | { readonly set: 'named'; readonly named: readonly StatusId[] }
    | { readonly set: 'mine' | 'assigned' | 'unassigned' },
) => number;

const atWork: readonly ConversationStatus[] = ['new', 'open', 'waiting', 'on-hold'];
const awaiting: readonly ConversationStatus[] = ['new', 'open', 'on-hold', 'snoozed'];
const promised: readonly ConversationStatus[] = [...atWork, 'snoozed'];

/** Which statuses a view shows: those of these categories, null being all but spam, and those that bear one of these names. */
export interface PossibleStatuses {
  readonly categories: readonly ConversationStatus[] | null;
  readonly named: readonly StatusId[];
}

/** The statuses that can fulfil the filter at all. Nobody waits in what has ended, and nothing is promised of it. */
export function possibleStatuses({ statuses, ...filter }: ViewFilter, sort: ViewSort): PossibleStatuses {
  const waits = filter.waiting === true || filter.waitingMinutes !== null || sort === 'waiting';
  const owes = filter.promise !== null || sort === 'due';
  const asked = statuses.length > 0 ? categoriesAmong(statuses) : null;
  const named = namedAmong(statuses);
  if (!waits && !owes) return { categories: asked, named };
  const possible = waits ? awaiting : promised;
  return { categories: asked ? asked.filter((status) => possible.includes(status)) : possible, named };
}

/**
 * The way on which the fewest rows are looked at in vain. A set that is small is sorted; else the rows come off an index
 * in the order of the sort, the smallest set that has one first.
 */
export function planView(
  { filter, sort }: { readonly filter: ViewFilter; readonly sort: ViewSort },
  sizes: Sizes,
): readonly Drive[] {
  const few = fewOf({ filter, sort }, sizes);
  if (few) return [few];
  if (sort === 'waiting' || sort === 'due') return [{ by: sort }];
  const { categories, named } = possibleStatuses(filter, sort);
  const isAtWork =
    categories !== null && named.length === 0 && categories.every((status) => atWork.includes(status));
  const ways: { size: number; drives: readonly Drive[] }[] = [];
  if (isAtWork && filter.assignee === 'nobody')
    ways.push({ size: sizes({ set: 'unassigned' }), drives: [{ by: 'unassigned' }] });
  else if (isAtWork && filter.assignee !== null && filter.assignee !== 'somebody')
    ways.push({ size: sizes({ set: 'mine' }), drives: [{ by: 'mine' }] });
  else if (filter.assignee !== null && filter.assignee !== 'nobody')
    ways.push({ size: sizes({ set: 'assigned' }), drives: [{ by: 'assigned' }] });
  if (filter.tags.length > 0) ways.push({ size: sizes({ set: 'tags' }), drives: drivesOfTags(filter.tags) });
  if (categories)
    ways.push({
      size: sizes({ set: 'statuses', statuses: categories }) + sizes({ set: 'named', named }),
      drives: [
        ...categories.map((status) => ({ by: 'status', status }) as const),
        ...named.map((statusId) => ({ by: 'named', statusId, beyond: categories }) as const),
      ],
    });
  const [best] = ways.toSorted((a, b) => a.size - b.size);
  return best?.drives ?? [{ by: 'age' }];
}

/** By the newest message nothing with a tag needs sorting: it stands in an index in that order. */
function fewOf({ filter, sort }: { filter: ViewFilter; sort: ViewSort }, sizes: Sizes): Drive | null {
  const field = filter.fields.findIndex(({ how }) => how === 'is');
  if (field >= 0 && sizes({ set: 'field', field }) <= fewRows) return { by: 'few-valued', field };
  const isByMessage = sort === 'newest' || sort === 'oldest';
  if (!isByMessage && filter.tags.length > 0 && sizes({ set: 'tags' }) <= fewRows)
    return { by: 'few-tagged' };
  return null;
}

/** Each row once: under the first of the tags that it bears. */
const drivesOfTags = (tags: readonly string[]): Drive[] =>
  tags.map((tag, index) => ({ by: 'tag', tag, earlier: tags.slice(0, index) }));
