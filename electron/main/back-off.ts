/** The first restart follows at once for a person's eye; a core that can't live is tried twice a minute. */
const firstMilliseconds = 200;
const longestMilliseconds = 30_000;
/** Who lives this long has recovered. */
const recoveredMilliseconds = 60_000;

export interface BackOff {
  /** Milliseconds to wait before the next try. */
  next(): number;
  /** It is up; the pause starts small again once it has stayed up for a minute. */
  succeeded(): void;
}

export function createBackOff(now: () => number = Date.now): BackOff {
  let failures = 0;
  let upSince: number | null = null;
  return {
    next() {
      if (upSince !== null && now() - upSince >= recoveredMilliseconds) failures = 0;
      upSince = null;
      const pause = Math.min(firstMilliseconds * 2 ** failures, longestMilliseconds);
      failures += 1;
      return pause;
    },
    succeeded() {
      upSince = now();
    },
  };
}
