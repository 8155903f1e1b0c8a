import { noServiceLevels, type DueClock, type ServiceLevels } from '../../../shared/service-levels.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { Changes } from '../../changes.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Calendars } from '../calendars/service.ts';
import { insertLevels, listLevels, readRunning, type LevelsVersion } from './queries.ts';
import { dueClock } from './rules.ts';
import { readBasis, replaceDues, restart, takeStale, countStale } from './due-queries.ts';

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
   * at once that nobody waits for it. Gives how many are left.
   */
  makeDue(store: ClientStore): number;
}

/** A tenth of a second's work. */
const dueAtOnce = 2_000;

export function createServiceLevels(options: {
  clock: Clock;
  changes: Changes;
  calendars: Pick<Calendars, 'list'>;
}): ServiceLevelsOf {
  const { clock, changes, calendars } = options;
  const known = new WeakMap<ClientStore, LevelsVersion | null>();

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
  function settleBasis(store: ClientStore): void {
    const basis = `${current(store)?.version ?? 0}/${calendars.list(store).at(-1)?.version ?? 0}`;
    if (readBasis(store) !== basis) restart(store, { basis, promised: current(store) !== null });
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
    makeDue: (store) =>
      store.transaction(() => {
        settleBasis(store);
        const ids = takeStale(store, dueAtOnce);
        replaceDues(store, { ids, clocks: clocksOf(store, ids) });
        return ids.length < dueAtOnce ? 0 : countStale(store);
      }),
  };
}
