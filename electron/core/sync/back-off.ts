/** Waits between attempts: 1, 2, 4 … 300 seconds, each shortened at random by up to a half, so that many don't return at once. */
export interface BackOff {
  /** Milliseconds until the next attempt; grows with every call. */
  next(): number;
  /** It worked: begin anew. */
  reset(): void;
  readonly failures: number;
}

const first = 1_000;
const longest = 300_000;

export function createBackOff(random: () => number = Math.random): BackOff {
  let failures = 0;
  return {
    next() {
      const whole = Math.min(first * 2 ** Math.min(failures, 20), longest);
      failures += 1;
      return Math.round(whole * (1 - random() / 2));
    },
    reset() {
      failures = 0;
    },
    get failures() {
      return failures;
    },
  };
}
