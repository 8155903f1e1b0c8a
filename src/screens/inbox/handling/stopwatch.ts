/** Nobody reads a mail this long without touching anything: what follows is a pause. */
const attentionMilliseconds = 60_000;
/** The longest slice the core takes. */
const longestSlice = 60_000;
/** A glance in passing is no work. */
const shortestSlice = 1_000;

export interface Stopwatch {
  /** Somebody is here: time runs until a minute after the last sign of them. */
  attend(): void;
  /** They can't be here: the window is hidden or the conversation is left. */
  pause(): void;
  /** The time since the last call in slices of at most a minute; what is too short waits for the next one. */
  take(): readonly number[];
}

/** Measures attention in milliseconds of a monotonic clock. */
export function createStopwatch(now: () => number): Stopwatch {
  /** Since when unmeasured time runs, and when somebody was last seen; null in a pause. */
  let running: { since: number; seen: number } | null = null;
  let gathered = 0;

  function gather(): void {
    if (!running) return;
    const until = Math.min(now(), running.seen + attentionMilliseconds);
    gathered += Math.max(0, until - running.since);
    running = until < now() ? null : { since: until, seen: running.seen };
  }

  return {
    attend() {
      gather();
      const moment = now();
      running = { since: running?.since ?? moment, seen: moment };
    },
    pause() {
      gather();
      running = null;
    },
    take() {
      gather();
      const slices: number[] = [];
      while (gathered >= shortestSlice) {
        const slice = Math.min(Math.round(gathered), longestSlice);
        slices.push(slice);
        gathered = Math.max(0, gathered - slice);
      }
      return slices;
    },
  };
}
