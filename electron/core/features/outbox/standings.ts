import type { OutboxItem } from '../../../shared/outbox.ts';
import { leavesSoon, type OutboxCounts, type OutboxLine } from '../../../shared/outbox-standing.ts';
import { toInstantOrNull } from '../../../shared/time.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { countOutbox } from './count-queries.ts';
import { listOverview } from './overview-queries.ts';
import { listItems, type OutboxRow } from './queries.ts';

/** How a client's outbox stands as a whole. */
export interface Standings {
  /** Everything of this client that has not left, what left in the last day, and what was taken back and waits for its draft. */
  overview(store: ClientStore): readonly OutboxLine[];
  counts(store: ClientStore): OutboxCounts;
  /** How many replies of a client their writers think gone, which are not: those that leave within minutes. */
  leaving(store: ClientStore): number;
}

/** The longest time to take a reply back, and a moment more. */
const leavingMilliseconds = 125_000;
/** How far back the overview looks at what is over. */
const overviewMilliseconds = 24 * 60 * 60_000;

interface StandingsOptions {
  readonly clock: Clock;
  readonly present: (store: ClientStore, row: OutboxRow) => OutboxItem;
}

export function createStandings({ clock, present }: StandingsOptions): Standings {
  return {
    overview: (store) =>
      listOverview(store, clock.now() - overviewMilliseconds).map((row) => ({
        ...present(store, row),
        operatorId: row.operator_id,
        sentAt: toInstantOrNull(row.sent_at),
      })),
    counts: countOutbox,
    leaving: (store) =>
      listItems(store, null)
        .map((row) => present(store, row))
        .filter((item) => leavesSoon(item, { now: clock.now(), within: leavingMilliseconds })).length,
  };
}
