import { createHash } from 'node:crypto';
import type { Client } from '../../../shared/clients.ts';
import { measures, type Figure, type Report, type ReportPeriod } from '../../../shared/reports.ts';
import { toInstant, type Span } from '../../../shared/time.ts';
import type { Steps } from '../../slices.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { noServiceLevels } from '../../../shared/service-levels.ts';
import { businessMoment } from '../calendars/rules.ts';
import type { Calendar, Calendars } from '../calendars/service.ts';
import type { LevelsVersion } from '../service-levels/queries.ts';
import type { ServiceLevelsOf } from '../service-levels/service.ts';
import { definitionsVersion } from '../metrics/rules.ts';
import { populationSteps } from '../metrics/service.ts';
import { qualityFigures, surveyFigures, voiceFigures } from './figures-of-opinion.ts';
import { promiseFigures, type Promises } from './figures-of-promises.ts';
import { timeFigures, volumeFigures } from './figures-of-work.ts';
import { populationOf } from './population.ts';
import { listChannels, listReviews, listSurveys, voiceSteps } from './queries.ts';
import { channelVolumes, dailySeries, weeklySeries } from './series.ts';
import { statusVolumes } from './status-volumes.ts';

interface BuildOptions {
  readonly client: Client;
  readonly period: ReportPeriod;
  readonly calendars: Calendars;
  readonly serviceLevels: Pick<ServiceLevelsOf, 'list'>;
  /** Epoch milliseconds; counts only while the period is not over. */
  readonly now: number;
}

/** A step is a page of rows, one conversation read, or one group of figures. */
export function* reportSteps(store: ClientStore, options: BuildOptions): Steps<Report> {
  const { client, period, calendars, serviceLevels, now } = options;
  const { timeZone } = calendars.current(store);
  const days = calendars.days(store, { first: period.from, last: period.to });
  const [start, end] = [days[0]?.from ?? now, days.at(-1)?.to ?? now];
  const span: Span = { from: start, to: Math.max(start, Math.min(end, now)) };
  const inForce = calendarsIn(calendars.list(store), span);

  const levels = serviceLevels.list(store);
  const promises = promisesOf(levels, calendars.list(store));

  const read = yield* populationSteps(store, span);
  yield;
  const population = populationOf(read.segments);
  yield;
  const reviews = listReviews(store, span);
  const surveys = listSurveys(store, span);
  const voice = yield* voiceSteps(store, span);
  yield;
  const daily = dailySeries(
    population,
    days.filter((day) => day.from < span.to),
  );

  const figures = yield* collected([
    () => volumeFigures(population, span),
    ...timeFigures(population, span, (each) => calendars.businessMilliseconds(store, each)),
    () => promiseFigures(population, span, promises),
    () => qualityFigures(reviews),
    () => voiceFigures(voice),
    () => surveyFigures(surveys, span),
  ]);

  return {
    schema: 'liaison-report-1',
    client: { id: client.id, name: client.name },
    period: {
      from: period.from,
      to: period.to,
      timeZone,
      start: toInstant(start),
      end: toInstant(end),
      asOf: toInstant(span.to),
      complete: span.to === end,
    },
    proof: {
      definitionsVersion,
      calendarVersions: inForce.map((calendar) => calendar.version),
      quantiles: 'type 7',
      interval: 'Wilson 95 %',
      segments: read.segments.length,
      populationHash: sha256([
        read.hash,
        ...[...reviews, ...surveys, ...voice].map((row) => JSON.stringify(row)),
      ]),
      queryHash: sha256([
        JSON.stringify([client.id, period.from, period.to, span, inForce, levels, definitionsVersion]),
      ]),
    },
    figures: inOrder(figures),
    statuses: statusVolumes(population, span),
    channels: channelVolumes(population, listChannels(store), span),
    days: daily,
    weeks: weeklySeries(daily),
  };
}

/** A promise counts by the version that was in force when its time began; before the first there is none. */
const promisesOf = (levels: readonly LevelsVersion[], calendars: readonly Calendar[]): Promises => ({
  levelsAt: (at) => levels.findLast((version) => version.effectiveFrom <= at) ?? noServiceLevels,
  dueAfter: (from, minutes) => businessMoment(calendars, { from, milliseconds: minutes * 60_000 }),
});

/** The versions that were in force at some moment of the span; the first one has been since ever. */
const calendarsIn = (versions: readonly Calendar[], span: Span): Calendar[] =>
  versions.filter((version, index) => {
    const since = index === 0 ? Number.NEGATIVE_INFINITY : version.effectiveFrom;
    const until = versions[index + 1]?.effectiveFrom ?? Number.POSITIVE_INFINITY;
    return since < until && since <= span.to && until > span.from;
  });

function* collected(groups: readonly (() => Figure[])[]): Steps<Figure[]> {
  const figures: Figure[] = [];
  for (const group of groups) {
    yield;
    figures.push(...group());
  }
  return figures;
}

const inOrder = (figures: readonly Figure[]): Figure[] =>
  measures.flatMap((measure) => figures.filter((figure) => figure.measure === measure));

const sha256 = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex');
