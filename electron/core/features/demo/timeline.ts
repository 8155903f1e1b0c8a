import { Temporal } from 'temporal-polyfill';
import type { WeeklyHours } from '../../../shared/clients.ts';
import type { Random } from '../../../shared/demo/random.ts';
import type { Story } from '../../../shared/demo/story.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** How far back the demo reaches. */
const demoDays = 56;

/** When people write, by hour of the day: little at night, most before noon and in the evening. */
const hourWeights = [1, 1, 0, 0, 0, 1, 2, 5, 9, 12, 13, 11, 9, 8, 9, 10, 10, 9, 8, 9, 10, 9, 6, 3];
const closedDayWeight = 0.35;

export interface Schedule {
  readonly timeZone: string;
  readonly weeklyHours: WeeklyHours;
}

const wallAt = (at: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);

interface StoryDay {
  readonly start: Temporal.ZonedDateTime;
  readonly weight: number;
}

/** The last eight weeks as the client's own days, each with how much is written on it. */
export function lastDays(schedule: Schedule, until: number): StoryDay[] {
  const today = wallAt(until, schedule.timeZone).startOfDay();
  return Array.from({ length: demoDays }, (_, back) => {
    const start = today.subtract({ days: back });
    const isOpen = (schedule.weeklyHours[start.dayOfWeek - 1]?.length ?? 0) > 0;
    return { start, weight: isOpen ? 1 : closedDayWeight };
  });
}

/** A moment of these days at which a customer might begin to write; never later than `until`. */
export function openingMoment(
  days: readonly StoryDay[],
  { random, until }: { random: Random; until: number },
): number {
  const { start } = random.weighted(days, (one) => one.weight);
  const hours = hourWeights.map((weight, index) => ({ weight, index }));
  const { index } = random.weighted(hours, (one) => one.weight);
  const at = start.add({ hours: index }).epochMilliseconds + random.between(0, hour - 1);
  return at < until ? at : at - 7 * day;
}

/** `milliseconds` of working time after `at`: work rests while the client is closed. */
export function afterWork(schedule: Schedule, at: number, milliseconds: number): number {
  let left = milliseconds;
  let date = wallAt(at, schedule.timeZone).startOfDay();
  for (let guard = 0; guard < 21; guard += 1) {
    for (const interval of schedule.weeklyHours[date.dayOfWeek - 1] ?? []) {
      const from = Math.max(at, momentOf(date, interval.from));
      const room = momentOf(date, interval.to) - from;
      if (room <= 0) continue;
      if (left < room) return from + left;
      left -= room;
    }
    date = date.add({ days: 1 });
  }
  return at + milliseconds;
}

function momentOf(date: Temporal.ZonedDateTime, time: string): number {
  if (time === '24:00') return date.add({ days: 1 }).epochMilliseconds;
  return date.withPlainTime(Temporal.PlainTime.from(time)).epochMilliseconds;
}

/** People sleep: what would come at night comes in the morning. */
function whenAwake(schedule: Schedule, at: number, random: Random): number {
  const wall = wallAt(at, schedule.timeZone);
  if (wall.hour >= 7 && wall.hour < 23) return at;
  const date = wall.hour >= 23 ? wall.add({ days: 1 }) : wall;
  return date.startOfDay().epochMilliseconds + random.between(7 * hour, 10 * hour);
}

/** A moment for every turn of a story that begins at `start`. */
export function momentsOf(
  story: Story,
  options: { schedule: Schedule; random: Random; start: number },
): number[] {
  const { schedule, random, start } = options;
  let at = start;
  return story.turns.map((turn, index) => {
    if (index === 0) return at;
    const answersUs = story.turns[index - 1]?.by !== 'customer';
    if (turn.by === 'note') at = afterWork(schedule, at, random.skewed(14 * minute, 0.6));
    else if (turn.by === 'agent') at = afterWork(schedule, at, random.skewed(42 * minute, 0.95));
    else if (turn.automatic) at += random.between(5_000, 90_000);
    else at = whenAwake(schedule, at + random.skewed(answersUs ? 4 * hour : 16 * hour, 0.8), random);
    at = Math.round(at);
    return at;
  });
}
