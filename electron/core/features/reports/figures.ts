import type { Figure, Measure, Statistic } from '../../../shared/reports.ts';
import type { Span } from '../../../shared/time.ts';
import { netPromoterScore, quantile, sixDecimals, sum, wilson } from '../metrics/statistics.ts';

/** Milliseconds of a span in working hours, or null where no such hours are kept. */
export type BusinessTime = (span: Span) => number | null;

interface Counted {
  readonly found: number;
  readonly of: number;
}

type Result = Omit<Figure, 'id' | 'measure' | 'definition' | 'interval'> &
  Partial<Pick<Figure, 'id' | 'interval'>>;

const figure = (measure: Measure, result: Result): Figure => ({
  id: measure,
  measure,
  interval: null,
  definition: measure,
  ...result,
});

/** So many of so many. `n` is how many were counted. */
export const count = (measure: Measure, { found, of }: Counted): Figure =>
  figure(measure, {
    statistic: 'count',
    unit: 'count',
    value: found,
    numerator: found,
    denominator: of,
    n: found,
  });

/** A proportion in percent with its Wilson interval. */
export function share(measure: Measure, { found, of }: Counted): Figure {
  const interval = wilson({ successes: found, total: of });
  return figure(measure, {
    statistic: 'share',
    unit: 'percent',
    value: of === 0 ? null : percent(found / of),
    numerator: found,
    denominator: of,
    n: of,
    interval: interval && { low: percent(interval.low), high: percent(interval.high) },
  });
}

/** The mean of scores between 0 and 1, in percent. */
export function mean(measure: Measure, scores: readonly number[]): Figure {
  const total = sum(scores);
  const n = scores.length;
  const value = n === 0 ? null : percent(total / n);
  const numerator = sixDecimals(total);
  return figure(measure, { statistic: 'mean', unit: 'percent', value, numerator, denominator: n, n });
}

/** A share of sums that need not be whole numbers, in percent; no proportion, so that it has no interval. */
export function ratio(
  measure: Measure,
  { numerator, denominator, n }: { numerator: number; denominator: number; n: number },
): Figure {
  const [above, below] = [sixDecimals(numerator), sixDecimals(denominator)];
  const value = denominator === 0 ? null : percent(numerator / denominator);
  return figure(measure, {
    statistic: 'share',
    unit: 'percent',
    value,
    numerator: above,
    denominator: below,
    n,
  });
}

export function netScore(measure: Measure, scores: readonly number[]): Figure {
  const value = netPromoterScore(scores);
  const promoters = scores.filter((score) => score >= 9).length;
  const detractors = scores.filter((score) => score <= 6).length;
  return figure(measure, {
    statistic: 'net-score',
    unit: 'points',
    value: value === null ? null : sixDecimals(value),
    numerator: promoters - detractors,
    denominator: scores.length,
    n: scores.length,
  });
}

/** Median and 90th percentile in calendar and in business time; each item is the stretches that make up one time. */
export function times(
  measure: Measure,
  items: readonly (readonly Span[])[],
  business: BusinessTime,
): Figure[] {
  const calendar = items.map((spans) => sum(spans.map((span) => span.to - span.from)));
  const working = items.map((spans) => businessSum(spans, business)).filter((value) => value !== null);
  return [
    time(measure, 'median', calendar),
    time(measure, 'p90', calendar),
    time(measure, 'median-business', working),
    time(measure, 'p90-business', working),
  ];
}

function time(measure: Measure, statistic: Statistic, values: readonly number[]): Figure {
  const value = quantile(values, statistic.startsWith('median') ? 0.5 : 0.9);
  return figure(measure, {
    id: `${measure}-${statistic}`,
    statistic,
    unit: 'milliseconds',
    value: value === null ? null : sixDecimals(value),
    numerator: sum(values),
    denominator: values.length,
    n: values.length,
  });
}

function businessSum(spans: readonly Span[], business: BusinessTime): number | null {
  const parts = spans.map(business).filter((part) => part !== null);
  return parts.length < spans.length ? null : sum(parts);
}

const percent = (value: number): number => sixDecimals(100 * value);
