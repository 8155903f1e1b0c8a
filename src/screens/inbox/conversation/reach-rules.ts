/** A part of a list. */
export interface Reach {
  readonly from: number;
  /** Not included. */
  readonly to: number;
  /** There is nothing outside of it. */
  readonly isWhole: boolean;
}

interface Around {
  readonly count: number;
  /** The entry that somebody looks at first. */
  readonly start: number;
  /** How many are drawn to either side. */
  readonly reach: number;
}

/** The entries around one of them. A list that has become shorter than where it was begun is drawn from its end. */
export function reachOf({ count, start, reach }: Around): Reach {
  const centre = Math.max(0, Math.min(start, count));
  const [from, to] = [Math.max(0, centre - reach), Math.min(count, centre + reach)];
  return { from, to, isWhole: from === 0 && to === count };
}
