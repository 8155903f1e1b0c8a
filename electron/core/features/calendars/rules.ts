import type { Holiday } from '../../../shared/calendars.ts';
import type { OpeningInterval, WeeklyHours } from '../../../shared/clients.ts';
import type { Span } from '../../../shared/time.ts';
import { dayOfNumber, momentOf, numberOfDay, startOfDay } from './day-rules.ts';

export interface Calendar {
  readonly version: number;
  /** Epoch milliseconds from which this version counts. */
  readonly effectiveFrom: number;
  readonly timeZone: string;
  readonly weeklyHours: WeeklyHours;
  readonly holidays: readonly Holiday[];
}

/** One day of one calendar as moments: the day itself, and when it is open. */
interface DayWindow extends Span {
  readonly open: readonly Span[];
  readonly total: number;
}

const dayMilliseconds = 86_400_000;
/** Calendars never change once made, so their days are worked out once. */
const windowsOf = new WeakMap<Calendar, (day: number) => DayWindow>();

/**
 * Milliseconds of the span that fall into working hours; null where the calendars in force then have no working hours
 * at all, which is not the same as 0.
 *
 * Versions are oldest first; each counts from its `effectiveFrom` until the next, the first one since ever. Opening
 * hours are wall times of each version's own time zone, so a day with a clock change is as long as it really was.
 */
export function businessMilliseconds(calendars: readonly Calendar[], span: Span): number | null {
  let total: number | null = null;
  for (const [index, calendar] of calendars.entries()) {
    const from = index === 0 ? span.from : Math.max(span.from, calendar.effectiveFrom);
    const to = Math.min(span.to, calendars[index + 1]?.effectiveFrom ?? Infinity);
    const inForce = from < to || (span.from >= span.to && index === calendars.length - 1);
    if (inForce && hasHours(calendar)) total = (total ?? 0) + openWithin(calendar, { from, to });
  }
  return total;
}

/** When the working day of `day` opens and closes, as moments; empty on a closed day. */
export const openingsOf = (calendar: Calendar, day: string): readonly Span[] =>
  windowOf(calendar)(numberOfDay(day)).open;

const hasHours = (calendar: Calendar): boolean =>
  calendar.weeklyHours.some((intervals) => intervals.length > 0);

/** Further than this no client is closed; one that never opens is not waited for. */
const longestClosedDays = 60;

/** The first moment after `at` at which a closed client opens, epoch milliseconds; null: it never does. */
export function nextOpening(calendar: Calendar, at: number): number | null {
  const window = windowOf(calendar);
  const today = dayNumberAt(at, window);
  for (let day = today; day <= today + longestClosedDays; day += 1) {
    const opening = window(day).open.find((interval) => interval.from > at);
    if (opening) return opening.from;
  }
  return null;
}

/**
 * The moment at which that many business milliseconds have passed since `from`; null where the calendars in force then
 * never open long enough. The inverse of {@link businessMilliseconds}: where a client is closed, no time passes.
 */
export function businessMoment(
  calendars: readonly Calendar[],
  wanted: { readonly from: number; readonly milliseconds: number },
): number | null {
  let left = wanted.milliseconds;
  for (const [index, calendar] of calendars.entries()) {
    const from = index === 0 ? wanted.from : Math.max(wanted.from, calendar.effectiveFrom);
    const to = calendars[index + 1]?.effectiveFrom ?? Infinity;
    if (from >= to || !hasHours(calendar)) continue;
    const passed = passOpenTime(calendar, { from, to, left });
    if (passed.at !== null) return passed.at;
    left = passed.left;
  }
  return null;
}

function passOpenTime(calendar: Calendar, { from, to, left }: Span & { left: number }) {
  const window = windowOf(calendar);
  let remaining = left;
  let closedDays = 0;
  for (let day = dayNumberAt(from, window); window(day).from < to; day += 1) {
    const { open } = window(day);
    closedDays = open.length === 0 ? closedDays + 1 : 0;
    if (closedDays > longestClosedDays) break;
    for (const interval of open) {
      const begin = Math.max(interval.from, from);
      const end = Math.min(interval.to, to);
      if (begin >= end) continue;
      if (remaining <= end - begin) return { at: begin + remaining, left: 0 };
      remaining -= end - begin;
    }
  }
  return { at: null, left: remaining };
}

function openWithin(calendar: Calendar, span: Span): number {
  if (span.from >= span.to) return 0;
  const window = windowOf(calendar);
  let total = 0;
  for (let day = dayNumberAt(span.from, window); ; day += 1) {
    const today = window(day);
    if (today.from >= span.to) return total;
    const whole = span.from <= today.from && today.to <= span.to;
    total += whole ? today.total : overlap(today.open, span);
  }
}

function overlap(open: readonly Span[], span: Span): number {
  let total = 0;
  for (const interval of open) {
    total += Math.max(0, Math.min(interval.to, span.to) - Math.max(interval.from, span.from));
  }
  return total;
}

/** Time zones stand at most 14 hours from UTC: the day is the one of UTC or its neighbour. */
function dayNumberAt(at: number, window: (day: number) => DayWindow): number {
  let day = Math.floor(at / dayMilliseconds);
  while (at < window(day).from) day -= 1;
  while (at >= window(day).to) day += 1;
  return day;
}

function windowOf(calendar: Calendar): (day: number) => DayWindow {
  const known = windowsOf.get(calendar);
  if (known) return known;
  const holidays = new Map(calendar.holidays.map((holiday) => [holiday.day, holiday.intervals]));
  const days = new Map<number, DayWindow>();
  const window = (number: number): DayWindow => {
    const cached = days.get(number);
    if (cached) return cached;
    const day = dayOfNumber(number);
    const intervals = holidays.get(day) ?? calendar.weeklyHours[weekdayOf(number)] ?? [];
    const made = makeWindow(day, { intervals, timeZone: calendar.timeZone });
    days.set(number, made);
    return made;
  };
  windowsOf.set(calendar, window);
  return window;
}

/** Monday is 0; 1970-01-01 was a Thursday. */
const weekdayOf = (dayNumber: number): number => (((dayNumber + 3) % 7) + 7) % 7;

function makeWindow(
  day: string,
  hours: { readonly intervals: readonly OpeningInterval[]; readonly timeZone: string },
): DayWindow {
  const { timeZone } = hours;
  const from = startOfDay(day, timeZone);
  const to = momentOf(day, { time: '24:00', timeZone });
  const within = (time: string) => Math.min(to, Math.max(from, momentOf(day, { time, timeZone })));
  const open = hours.intervals
    .map((interval) => ({ from: within(interval.from), to: within(interval.to) }))
    .filter((interval) => interval.from < interval.to);
  return { from, to, open, total: open.reduce((total, interval) => total + interval.to - interval.from, 0) };
}
