/** z of a two-sided 95 % interval, to the precision of a double. */
const z95 = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson score interval of a proportion, without continuity correction (Wilson 1927; Newcombe 1998, method 3).
 * Bounds are shares between 0 and 1; null where nothing was counted. `z` is 95 % unless told.
 */
export function wilson(count: {
  readonly successes: number;
  readonly total: number;
  readonly z?: number;
}): Interval | null {
  const { successes, total, z = z95 } = count;
  if (total <= 0) return null;
  const share = successes / total;
  const square = (z * z) / total;
  const centre = share + square / 2;
  const half = z * Math.sqrt((share * (1 - share)) / total + square / (4 * total));
  const low = successes === 0 ? 0 : (centre - half) / (1 + square);
  const high = successes === total ? 1 : (centre + half) / (1 + square);
  return { low, high };
}

/**
 * Sample quantile of type 7 (Hyndman and Fan 1996; the default of R): linear between the order statistics around
 * (n - 1) x share. Null where there is no value.
 */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (position - Math.floor(position));
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Six decimals after the arithmetic: the same rounded value is shown, compared and exported. */
export const sixDecimals = (value: number): number => Math.round(value * 1_000_000) / 1_000_000;

/** Net promoter score: share of 9 and 10 less share of 0 to 6, in points from -100 to 100 (Reichheld 2003). */
export function netPromoterScore(scores: readonly number[]): number | null {
  if (scores.length === 0) return null;
  const promoters = scores.filter((score) => score >= 9).length;
  const detractors = scores.filter((score) => score <= 6).length;
  return (100 * (promoters - detractors)) / scores.length;
}
