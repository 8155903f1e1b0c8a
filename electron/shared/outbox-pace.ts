const second = 1_000;
const minute = 60 * second;

/** How fast the outbox walks; a test lends a quicker one. Milliseconds. */
export interface Pace {
  /** How long a reply can be taken back. */
  readonly undo: number;
  /** The first pause after a failed attempt; it doubles up to `longestPause`. */
  readonly firstPause: number;
  readonly longestPause: number;
  /** RFC 5321, 4.5.4.1: give up after four to five days; with pauses of an hour that is this many attempts. */
  readonly maximumAttempts: number;
  /** When evidence is looked for, counted from the moment an item became unknown. */
  readonly evidence: readonly number[];
  /** A server that keeps its own copy needs a moment to do so before we look for it. */
  readonly beforeFiling: number;
  readonly maximumFilings: number;
  /** A reply that has waited this long is about what its writer saw then, which may be true no more. */
  readonly late: number;
}

export const usualPace: Pace = {
  undo: 10 * second,
  firstPause: 30 * second,
  longestPause: 60 * minute,
  maximumAttempts: 110,
  evidence: [0, 30 * second, 2 * minute, 10 * minute],
  beforeFiling: 2 * second,
  maximumFilings: 12,
  late: 10 * minute,
};

/** Pause after the n-th failure in a row (n from 1): 30 s, 1 min, 2 min, ... an hour. */
export const pauseAfter = (pace: Pace, failures: number): number =>
  Math.min(pace.longestPause, pace.firstPause * 2 ** Math.min(30, Math.max(0, failures - 1)));
