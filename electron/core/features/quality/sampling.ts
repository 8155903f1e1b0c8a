import { createHash } from 'node:crypto';

/** 95 % two-sided: the 0.975 quantile of the standard normal distribution. */
const z95 = 1.959963984540054;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * The ticket of an id: a fraction between 0 and 1 as a decimal text, to be compared as text. SHA-256 of the hex SHA-256
 * of the seed followed by the id, as a decimal number of at least 64 digits read backwards, so that the unbiased low
 * digits come first (Ronald L. Rivest, consistent_sampler).
 */
export function ticketOf(seed: string, id: string): string {
  const digits = BigInt(`0x${sha256(sha256(seed) + id)}`)
    .toString()
    .padStart(64, '0');
  return `0.${[...digits].toReversed().join('')}`;
}

/**
 * The `size` ids with the smallest tickets, smallest first. Neither the order of the ids nor the rest of the population
 * changes whether one comes before another.
 */
export function drawSample(options: { ids: readonly string[]; seed: string; size: number }): string[] {
  return options.ids
    .map((id) => ({ id, ticket: ticketOf(options.seed, id) }))
    .toSorted((a, b) => (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : 0))
    .slice(0, options.size)
    .map(({ id }) => id);
}

/** SHA-256 over the sorted ids, one a line. Hex. */
export const populationHashOf = (ids: readonly string[]): string =>
  sha256(
    ids
      .toSorted()
      .map((id) => `${id}\n`)
      .join(''),
  );

/**
 * Size of a sample that estimates a proportion: n0 = z^2 p (1-p) / e^2; of a population of N, n0 / (1 + (n0-1)/N),
 * rounded up (Cochran 1977). 95 % confidence, p = 0.5 (the widest). `within` is e, 0 to 1.
 */
export function sizeForProportion(options: { within: number; population?: number }): number {
  const endless = (z95 ** 2 * 0.25) / options.within ** 2;
  if (options.population === undefined) return Math.ceil(endless);
  if (options.population === 0) return 0;
  return Math.ceil(endless / (1 + (endless - 1) / options.population));
}
