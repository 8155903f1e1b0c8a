import type { Clock } from '../ports.ts';
import type { OpenItem } from '../features/outbox/delivery/open-item.ts';

/**
 * Counts each wait by a clock that only goes forward, from the moment the wait was first seen, and no longer than a wait
 * may last: a wall clock that is set back a day delays nothing by a day. Only what a person gave an hour goes by the wall.
 */
interface TurnClock {
  /** Milliseconds until the item's time; 0 or less when it has come. */
  dueIn(item: OpenItem): number;
  /** Forgets the waits of all other items. */
  keep(items: readonly OpenItem[]): void;
}

export function createTurnClock(options: {
  clock: Clock;
  monotonic: () => number;
  longest: number;
}): TurnClock {
  const { clock, monotonic, longest } = options;
  const deadlines = new Map<string, number>();
  return {
    dueIn(item) {
      const byWall = item.notBefore - clock.now();
      if (byWall <= 0 || item.byWall) return Math.max(0, byWall);
      const deadline = deadlines.get(item.turn) ?? monotonic() + Math.min(byWall, longest);
      deadlines.set(item.turn, deadline);
      return Math.min(byWall, deadline - monotonic());
    },
    keep(items) {
      const turns = new Set(items.map((item) => item.turn));
      for (const turn of deadlines.keys()) if (!turns.has(turn)) deadlines.delete(turn);
    },
  };
}
