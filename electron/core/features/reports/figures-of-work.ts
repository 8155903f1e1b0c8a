import type { Figure, Measure } from '../../../shared/reports.ts';
import type { Span } from '../../../shared/time.ts';
import type { Moments, SegmentFacts } from '../metrics/rules.ts';
import { sum } from '../metrics/statistics.ts';
import { count, times, type BusinessTime } from './figures.ts';
import { countWithin, isWithin, openAt, resolvedWithin, type ReportPopulation } from './population.ts';

/** Volume and backlog. Backlog at the start + new + reopened - resolved is the backlog at the end, always. */
export function volumeFigures(population: ReportPopulation, span: Span): Figure[] {
  const { cycles, segments, spam } = population;
  const begun = cycles.filter((cycle) => isWithin(cycle.from, span));
  const reopened = begun.filter((cycle) => cycle.reopening).length;
  const flagged = segments.flatMap((segment) => segment.cycles).filter((cycle) => cycle.thanks);
  const thanks = flagged.filter((cycle) => isWithin(cycle.from, span)).length;
  const junk = spam.filter((segment) => isWithin(segment.openedAt, span)).length;
  const all = begun.length + thanks + junk;
  const atStart = openAt(cycles, span.from).length;
  const open = openAt(cycles, span.to);
  const work = atStart + begun.length;
  const resolved = cycles.filter((cycle) => resolvedWithin(cycle, span)).length;
  return [
    count('new-conversations', { found: begun.length - reopened, of: all }),
    count('reopened-conversations', { found: reopened, of: all }),
    count('thanks', { found: thanks, of: all }),
    count('spam', { found: junk, of: all }),
    count('resolved-conversations', { found: resolved, of: work }),
    messages(
      'messages-received',
      segments.map((segment) => segment.received),
      span,
    ),
    messages(
      'messages-sent',
      segments.map((segment) => segment.sent),
      span,
    ),
    count('backlog-start', { found: atStart, of: atStart }),
    count('backlog-end', { found: open.length, of: work }),
    ...ageing(open.map((cycle) => span.to - cycle.from)),
  ];
}

function messages(measure: Measure, moments: readonly Moments[], span: Span): Figure {
  const found = sum(moments.map((each) => countWithin(each.human, span)));
  const automatic = sum(moments.map((each) => countWithin(each.automatic, span)));
  return count(measure, { found, of: found + automatic });
}

const day = 86_400_000;
const ageBounds = [
  ['backlog-under-1-day', 0, day],
  ['backlog-1-to-3-days', day, 3 * day],
  ['backlog-3-to-7-days', 3 * day, 7 * day],
  ['backlog-7-to-30-days', 7 * day, 30 * day],
  ['backlog-over-30-days', 30 * day, Number.POSITIVE_INFINITY],
] as const;

/** How long the open ones have been open, in calendar time. */
const ageing = (ages: readonly number[]): Figure[] =>
  ageBounds.map(([measure, from, to]) =>
    count(measure, { found: ages.filter((age) => age >= from && age < to).length, of: ages.length }),
  );

/**
 * Each time belongs to the period in which it ended. One group of figures a measure, to be worked out one by one: of a
 * year they take long.
 */
export function timeFigures(
  population: ReportPopulation,
  span: Span,
  business: BusinessTime,
): (() => Figure[])[] {
  const { segments } = population;
  const ended = (spans: readonly (Span | null)[]) =>
    spans.filter((each) => each !== null && isWithin(each.to, span)).map((each) => (each ? [each] : []));
  const finished = (stretches: (segment: SegmentFacts) => readonly Span[] | null) =>
    segments
      .filter((segment) => isWithin(segment.fullResolution?.to, span))
      .map(stretches)
      .filter((each) => each !== null);
  const measured: readonly [Measure, () => (readonly Span[])[]][] = [
    ['first-response', () => ended(segments.map((segment) => segment.firstResponse))],
    ['next-response', () => ended(segments.flatMap((segment) => segment.nextResponses))],
    ['first-resolution', () => ended(segments.map((segment) => segment.firstResolution))],
    ['full-resolution', () => ended(segments.map((segment) => segment.fullResolution))],
    ['requester-wait', () => finished((segment) => segment.requesterWait)],
    ['handle-time', () => finished((segment) => segment.handling)],
  ];
  return measured.map(
    ([measure, items]) =>
      () =>
        times(measure, items(), business),
  );
}
