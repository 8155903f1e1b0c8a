import type { Clock } from '../../electron/core/ports.ts';

export interface FakeClock extends Clock {
  /** Moves time forward (or back). */
  advance(milliseconds: number): void;
  set(now: number): void;
}

/** A Wednesday at ten in the morning, UTC. */
const start = Date.UTC(2026, 2, 4, 10, 0, 0);

export function createFakeClock(now: number = start): FakeClock {
  let current = now;
  return {
    now: () => current,
    advance: (milliseconds) => (current += milliseconds),
    set: (to) => (current = to),
  };
}
