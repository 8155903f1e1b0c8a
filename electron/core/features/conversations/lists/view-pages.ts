import type { QueuePage } from '../../../../shared/conversations.ts';
import type { ConversationId } from '../../../../shared/ids.ts';
import type { Steps } from '../../../slices.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { readCursor, writeCursor, type Place } from './cursor.ts';
import { mergeWalks, shareOf, type Walk } from './merge-walks.ts';
import type { QueuePlace } from './queue-queries.ts';
import { dress, type ClocksOf } from './queue.ts';
import { countedRows, isSmall, planView } from './view-plan-rules.ts';
import { countAlong, directionOf, lookAlong, type ViewAsked, type ViewPlace } from './view-queries.ts';
import { sizesIn } from './view-sizes.ts';

interface Found extends ViewPlace {
  readonly store: ClientStore;
}
type Spot = Pick<QueuePlace, 'place'> & { readonly id: string };

/** How long is looked for what a page shows. */
export interface Pace {
  isLate(): boolean;
  /** Rows of all lists together that are looked at before it is asked whether it is late. */
  readonly rowsAtOnce: number;
}
const rowsAtOnce = 500;
/** Milliseconds: a list that is opened comes at once; of what is asked for further on, some more may be looked at. */
const patience = { first: 3, further: 16 } as const;

function paceOf(cursor: string | null): Pace {
  const end = performance.now() + (cursor === null ? patience.first : patience.further);
  return { isLate: () => performance.now() > end, rowsAtOnce };
}

/**
 * One page of a saved view over the stores, merged in memory like the queue. A view of what is rare has to look at many
 * rows: its page comes in time with what was found until then, and its cursor says how far that was.
 */
export function readView(
  stores: readonly ClientStore[],
  request: ViewAsked & { cursor: string | null; limit: number; clocksOf: ClocksOf; pace?: Pace },
): Omit<QueuePage, 'missing'> {
  const { cursor, limit, pace = paceOf(cursor) } = request;
  const [place, id] = cursor === null ? [] : readCursor(cursor);
  const after = place === undefined || id === undefined ? null : { place, id };
  const { items, upTo } = findPlaces(stores, request, { after, limit: limit + 1, pace });
  const shown = items.slice(0, limit);
  const last = items.length > limit ? shown.at(-1) : upTo;
  return {
    rows: dress(shown, request.clocksOf),
    next: last ? writeCursor([last.place, last.id]) : null,
  };
}

function findPlaces(
  stores: readonly ClientStore[],
  asked: ViewAsked,
  { after, limit, pace }: { after: Spot | null; limit: number; pace: Pace },
): { items: Found[]; upTo: Spot | null } {
  const ways = stores.flatMap((store) =>
    planView(asked, sizesIn(store, asked)).map((drive) => ({ store, drive })),
  );
  const share = shareOf(limit, ways.length);
  const rows = Math.ceil(pace.rowsAtOnce / ways.length);
  const walks = ways.map(({ store, drive }): Walk<Found, Spot> => (from) => {
    const beyond: Place | null = from && [from.place, from.id];
    const look = {
      ...{ drive, after: beyond, limit: share },
      rows: isSmall(drive) ? Number.MAX_SAFE_INTEGER : rows,
    };
    const { items, upTo } = lookAlong(store, asked, look);
    return { items: items.map((item) => ({ store, ...item })), upTo };
  });
  const compare = comparing(directionOf(asked.sort));
  return mergeWalks(walks, { after, limit, compare, isLate: pace.isLate });
}

const comparing =
  (direction: 1 | -1) =>
  (a: Spot, b: Spot): number =>
    direction * (a.place - b.place || (a.id < b.id ? -1 : Number(a.id > b.id)));

/** Rows that are counted at each step: some milliseconds. */
const countedAtOnce = 2_000;

/** How many a view holds in one store; `capped`: there are more than were counted. */
export function* countView(store: ClientStore, asked: ViewAsked): Steps<{ count: number; capped: boolean }> {
  let [left, count] = [countedRows, 0];
  for (const drive of planView(asked, sizesIn(store, asked))) {
    let after: Place | null = null;
    do {
      const rows: number = isSmall(drive) ? left : Math.min(left, countedAtOnce);
      const found = countAlong(store, asked, { drive, after, rows });
      count += found.count;
      left -= found.looked;
      if (left <= 0) return { count, capped: true };
      after = found.upTo && [found.upTo.place, found.upTo.id];
      yield;
    } while (after !== null);
  }
  return { count, capped: false };
}

/** Every conversation of a view in one store, in its order, up to `limit`. */
export function idsOfView(store: ClientStore, asked: ViewAsked, limit: number): ConversationId[] {
  const pace = { isLate: () => false, rowsAtOnce: limit };
  return findPlaces([store], asked, { after: null, limit, pace }).items.map(({ id }) => id);
}
