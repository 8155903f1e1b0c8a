import { runningStatuses } from '../../../shared/conversation-words.ts';
import { noServiceLevels, type DueClock, type ServiceLevels } from '../../../shared/service-levels.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { Changes } from '../../changes.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { atOnce, type Steps } from '../../slices.ts';
import type { Calendars } from '../calendars/service.ts';
import { insertLevels, listLevels, readRunning, type LevelsVersion } from './queries.ts';
import { dueClock } from './rules.ts';
import {
  forgetDues,
  isAnyStale,
  isMuchAtWork,
  markStale,
  readBasis,
  replaceDues,
  takeStale,
  writeBasis,
} from './due-queries.ts';

/** What was promised to each client, and what of it falls due. */
export interface ServiceLevelsOf {
  read(store: ClientStore): ServiceLevels;
  /** All versions, oldest first. */
  list(store: ClientStore): readonly LevelsVersion[];
  /** From now on; what was measured before keeps the promise it was measured by. */
  define(store: ClientStore, levels: ServiceLevels): void;
  /** Of each of these conversations the promise that falls due first; none where nothing was promised. */
  clocksOf(store: ClientStore, ids: readonly ConversationId[]): ReadonlyMap<ConversationId, DueClock>;
  /**
   * Works out again what may have come to fall due at another time, so that lists can be read off `dues`; at most so many
   * conversations, because somebody waits. What is more is done by `dueSteps`; until then it falls due when it did.
   */
  makeDue(store: ClientStore, most?: number): void;
  /**
   * The same of everything, a little at each step. Gives of how many conversations, and announces it where somebody has
   * read `dues` before.
   */
  dueSteps(store: ClientStore): Steps<number>;
}

/** So many a list works out by itself when it is asked for: whoever changed something sees it there at once. */
export const dueForList = 20;
/** Some 40 ms of work in a store of 12,000 messages. */
const mostDue = 2_000;
/** Some 10 ms of work with the transaction's own. */
const dueAtOnce = 200;

export function createServiceLevels(options: {
  clock: Clock;
  changes: Changes;
  calendars: Pick<Calendars, 'list'>;
}): ServiceLevelsOf {
  const { clock, changes, calendars } = options;
  const known = new WeakMap<ClientStore, LevelsVersion | null>();
  /** Of these somebody has read less than there is. */
  const behind = new WeakSet<ClientStore>();

  function current(store: ClientStore): LevelsVersion | null {
    const kept = known.get(store);
    if (kept !== undefined) return kept;
    const newest = listLevels(store).at(-1) ?? null;
    known.set(store, newest);
    return newest;
  }

  function clocksOf(store: ClientStore, ids: readonly ConversationId[]) {
    const levels = current(store);
    const clocks = new Map<ConversationId, DueClock>();
    if (!levels) return clocks;
    for (const [id, running] of readRunning(store, ids)) {
      const due = dueClock(running, { levels, calendars: calendars.list(store) });
      if (due) clocks.set(id, due);
    }
    return clocks;
  }

  /** Other promises or another calendar: everything falls due anew. */
  const basisOf = (store: ClientStore): string =>
    `${current(store)?.version ?? 0}/${calendars.list(store).at(-1)?.version ?? 0}`;

  /** Noted last: interrupted, it begins again. */
  function* settleBasis(store: ClientStore): Steps<void> {
    const basis = basisOf(store);
    if (readBasis(store) === basis) return;
    if (current(store) === null) store.transaction(() => forgetDues(store));
    else
      for (const status of runningStatuses) {
        markStale(store, status);
        yield;
      }
    writeBasis(store, basis);
  }

  function workOut(store: ClientStore, most: number): number {
    const ids = takeStale(store, most);
    replaceDues(store, { ids, clocks: clocksOf(store, ids) });
    return ids.length;
  }

  return {
    read(store) {
      const newest = current(store);
      if (!newest) return noServiceLevels;
      const { firstResponse, nextResponse, resolution } = newest;
      return { firstResponse, nextResponse, resolution };
    },
    list: listLevels,
    define(store, levels) {
      const version = (current(store)?.version ?? 0) + 1;
      insertLevels(store, { ...levels, version, effectiveFrom: version === 1 ? 0 : clock.now() });
      known.delete(store);
      changes.announce('service-levels', { clientId: store.clientId });
    },
    clocksOf,
    makeDue(store, most = mostDue) {
      const isSettled = readBasis(store) === basisOf(store);
      const isHeap = !isSettled && current(store) !== null && isMuchAtWork(store, most);
      if (!isHeap && (!isSettled || isAnyStale(store)))
        store.transaction(() => {
          atOnce(settleBasis(store));
          workOut(store, most);
        });
      if (isHeap || isAnyStale(store)) behind.add(store);
    },
    *dueSteps(store) {
      yield* settleBasis(store);
      if (current(store) === null && isAnyStale(store)) store.transaction(() => forgetDues(store));
      let worked = 0;
      while (isAnyStale(store)) {
        worked += store.transaction(() => workOut(store, dueAtOnce));
        yield;
      }
      if (behind.delete(store)) changes.announce('conversations', { clientId: store.clientId });
      return worked;
    },
  };
}
