import type { ChannelVolume, SeriesPoint } from '../../../shared/reports.ts';
import type { DaySpan } from '../calendars/service.ts';
import type { Span } from '../../../shared/time.ts';
import { countWithin, isWithin, openAt, resolvedWithin, type ReportPopulation } from './population.ts';
import type { ChannelRow } from './queries.ts';
import { sum } from '../metrics/statistics.ts';

/** What happened on each day that has begun. */
export function dailySeries(population: ReportPopulation, days: readonly DaySpan[]): SeriesPoint[] {
  const first = days[0];
  if (!first) return [];
  const tally = (moments: readonly (number | null)[]) => tallyByDay(moments, days);
  const { cycles, segments } = population;
  const opened = tally(cycles.map((cycle) => cycle.from));
  const resolved = tally(cycles.map((cycle) => (cycle.end === 'resolved' ? cycle.to : null)));
  const received = tally(segments.flatMap((segment) => segment.received.human));
  const sent = tally(segments.flatMap((segment) => segment.sent.human));
  let backlog = openAt(cycles, first.from).length;
  return days.map(({ day }, index) => {
    const at = { opened: opened[index] ?? 0, resolved: resolved[index] ?? 0 };
    backlog += at.opened - at.resolved;
    return { day, ...at, backlog, received: received[index] ?? 0, sent: sent[index] ?? 0 };
  });
}

function tallyByDay(moments: readonly (number | null)[], days: readonly DaySpan[]): number[] {
  const found = days.map(() => 0);
  for (const at of moments) {
    const index = at === null ? -1 : dayIndex(days, at);
    if (index >= 0) found[index] = (found[index] ?? 0) + 1;
  }
  return found;
}

/** Which day the moment falls in, by halving; -1 outside all of them. */
function dayIndex(days: readonly DaySpan[], at: number): number {
  let [low, high] = [0, days.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const day = days[middle];
    if (!day) return -1;
    if (at < day.from) high = middle - 1;
    else if (at >= day.to) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** Monday to Sunday, as far as the days reach: sums of the days, and the backlog of the last one. */
export function weeklySeries(days: readonly SeriesPoint[]): SeriesPoint[] {
  const weeks = new Map<string, SeriesPoint>();
  for (const point of days) {
    const day = mondayOf(point.day);
    const week = weeks.get(day) ?? { day, opened: 0, resolved: 0, backlog: 0, received: 0, sent: 0 };
    weeks.set(day, {
      day,
      opened: week.opened + point.opened,
      resolved: week.resolved + point.resolved,
      backlog: point.backlog,
      received: week.received + point.received,
      sent: week.sent + point.sent,
    });
  }
  return [...weeks.values()];
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** Every channel, also one on which nothing happened. */
export function channelVolumes(
  population: ReportPopulation,
  channels: readonly ChannelRow[],
  span: Span,
): ChannelVolume[] {
  return channels.map((channel) => {
    const cycles = population.cycles.filter((cycle) => cycle.channelId === channel.id);
    const segments = population.segments.filter((segment) => segment.channelId === channel.id);
    const begun = cycles.filter((cycle) => isWithin(cycle.from, span));
    const reopened = begun.filter((cycle) => cycle.reopening).length;
    return {
      channelId: channel.id,
      name: channel.name,
      kind: channel.kind,
      opened: begun.length - reopened,
      reopened,
      resolved: cycles.filter((cycle) => resolvedWithin(cycle, span)).length,
      received: sum(segments.map((segment) => countWithin(segment.received.human, span))),
      sent: sum(segments.map((segment) => countWithin(segment.sent.human, span))),
    };
  });
}
