import { Temporal } from 'temporal-polyfill';
import type { Language } from '../../../shared/workspace.ts';
import { tokensOf, type Token } from './token-rules.ts';

/** When a day was named and no hour: the beginning of an office day. */
const startHour = 9;
/** "Later" without more. */
const laterHours = 3;

interface Reading {
  readonly now: Temporal.ZonedDateTime;
  readonly rest: readonly Token[];
}

/**
 * The time to come that somebody means, as "tomorrow 9", "next Monday", "in 3 hours", "3 December 14:30": epoch
 * milliseconds on the wall of `timeZone`, or null where it is not understood whole or has passed. A day without an hour is
 * 09:00; a bare hour from 1 to 6 is in the afternoon; "next Friday" is Friday of the week that begins next Monday.
 */
export function momentMeant(
  text: string,
  here: { readonly now: number; readonly timeZone: string; readonly language: Language },
): number | null {
  const tokens = tokensOf(text, here.language) ?? (here.language === 'en' ? null : tokensOf(text, 'en'));
  if (!tokens || tokens.length === 0) return null;
  const now = Temporal.Instant.fromEpochMilliseconds(here.now).toZonedDateTimeISO(here.timeZone);
  const meant = spanMeant({ now, rest: tokens }) ?? dayMeant({ now, rest: tokens });
  return meant && meant.epochMilliseconds > here.now ? meant.epochMilliseconds : null;
}

/** A stretch from now: "in 3 hours", "2 days", "ساعتين", "later". */
function spanMeant({ now, rest }: Reading): Temporal.ZonedDateTime | null {
  const [first, second, third] = rest;
  if (first?.kind === 'later' && rest.length === 1) return onTheMinute(now.add({ hours: laterHours }));
  const pair = first?.kind === 'pair' && rest.length === 1 ? { count: 2, unit: first.unit } : null;
  const bare = first?.kind === 'unit' && rest.length === 1 ? { count: 1, unit: first.unit } : null;
  const counted =
    first?.kind === 'number' && second?.kind === 'unit' && !third
      ? { count: first.value, unit: second.unit }
      : null;
  const span = pair ?? counted ?? bare;
  if (!span) return null;
  const { count, unit } = span;
  const then = now.add({ [`${unit}s`]: count });
  return unit === 'minute' || unit === 'hour' ? onTheMinute(then) : at(then.toPlainDate(), { now });
}

/** A day, an hour, or both in either order. */
function dayMeant(reading: Reading): Temporal.ZonedDateTime | null {
  const day = readDay(reading);
  const time = readTime({ now: reading.now, rest: day.rest });
  if (time.rest.length > 0) {
    const swapped = readTime(reading);
    const dayAfter = readDay({ now: reading.now, rest: swapped.rest });
    if (!swapped.time || !dayAfter.day || dayAfter.rest.length > 0) return null;
    return at(dayAfter.day, { now: reading.now, time: swapped.time });
  }
  if (day.day) return at(day.day, { now: reading.now, time: time.time });
  return time.time && nextTime(reading.now, time.time);
}

function readDay({ now, rest }: Reading): { day: Temporal.PlainDate | null; rest: readonly Token[] } {
  const today = now.toPlainDate();
  const [first, second] = rest;
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const took = (day: Temporal.PlainDate | null, count: number) => ({ day, rest: rest.slice(count) });
  if (first?.kind === 'days') return took(today.add({ days: first.count }), 1);
  if (first?.kind === 'date') return took(dateOf(first), 1);
  if (first?.kind === 'weekend') return took(nextWeekday(today, 6), 1);
  const pairOfNext = first?.kind === 'next' ? second : second?.kind === 'next' ? first : null;
  if (pairOfNext?.kind === 'weekday') return took(monday.add({ days: 6 + pairOfNext.day }), 2);
  if (pairOfNext?.kind === 'weekend') return took(monday.add({ days: 12 }), 2);
  if (pairOfNext?.kind === 'unit' && pairOfNext.unit === 'week') return took(monday.add({ weeks: 1 }), 2);
  if (pairOfNext?.kind === 'unit' && pairOfNext.unit === 'month')
    return took(today.with({ day: 1 }).add({ months: 1 }), 2);
  if (first?.kind === 'weekday') return took(nextWeekday(today, first.day), 1);
  if (first?.kind === 'number' && second?.kind === 'month')
    return took(nextDate(today, { month: second.month, day: first.value }), 2);
  if (first?.kind === 'month' && second?.kind === 'number')
    return took(nextDate(today, { month: first.month, day: second.value }), 2);
  return { day: null, rest };
}

function readTime({ rest }: Reading): { time: Temporal.PlainTime | null; rest: readonly Token[] } {
  const [first, second] = rest;
  const took = (time: Temporal.PlainTime | null, count: number) => ({ time, rest: rest.slice(count) });
  if (first?.kind === 'part') return took(new Temporal.PlainTime(first.hour), 1);
  const bare = first?.kind === 'number' ? { hour: first.value, minute: 0 } : null;
  const clock = first?.kind === 'clock' ? first : bare;
  if (!clock) return { time: null, rest };
  // "14 h" in French and Spanish manner.
  const named = second?.kind === 'half' || second?.kind === 'part';
  const count = named || (second?.kind === 'unit' && second.unit === 'hour') ? 2 : 1;
  const time = timeOf(clock, { half: named ? second : null, bare: bare !== null });
  return time ? took(time, count) : { time, rest };
}

function timeOf(
  { hour, minute }: { hour: number; minute: number },
  said: { half: Extract<Token, { kind: 'half' | 'part' }> | null; bare: boolean },
): Temporal.PlainTime | null {
  const { half, bare } = said;
  const isAfternoon = half
    ? half.kind === 'half'
      ? half.after
      : half.hour >= 12
    : bare && hour >= 1 && hour <= 6;
  const ofDay =
    isAfternoon && hour < 12 ? hour + 12 : half?.kind === 'half' && !half.after && hour === 12 ? 0 : hour;
  return ofDay < 24 && minute < 60 ? new Temporal.PlainTime(ofDay, minute) : null;
}

/** Today's date is no weekday to come: on a Monday, "Monday" is in a week. */
const nextWeekday = (today: Temporal.PlainDate, weekday: number): Temporal.PlainDate =>
  today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 });

function nextDate(
  today: Temporal.PlainDate,
  wanted: { month: number; day: number },
): Temporal.PlainDate | null {
  const thisYear = dateOf({ ...wanted, year: today.year });
  return thisYear && Temporal.PlainDate.compare(thisYear, today) < 0
    ? dateOf({ ...wanted, year: today.year + 1 })
    : thisYear;
}

function dateOf(parts: { year: number; month: number; day: number }): Temporal.PlainDate | null {
  const { year, month, day } = parts;
  if (month < 1 || month > 12 || day < 1) return null;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return day <= first.daysInMonth ? first.with({ day }) : null;
}

/** That day at that hour; today without an hour, or with the office's hour behind us, is later today. */
function at(
  day: Temporal.PlainDate,
  { now, time }: { now: Temporal.ZonedDateTime; time?: Temporal.PlainTime | null },
): Temporal.ZonedDateTime {
  const plainTime = time ?? new Temporal.PlainTime(startHour);
  const then = day.toZonedDateTime({ timeZone: now.timeZoneId, plainTime });
  const isToday = day.equals(now.toPlainDate());
  return !time && isToday ? onTheMinute(now.add({ hours: laterHours })) : then;
}

/** Today at that hour, or tomorrow where it has passed. */
function nextTime(now: Temporal.ZonedDateTime, time: Temporal.PlainTime): Temporal.ZonedDateTime {
  const today = at(now.toPlainDate(), { now, time });
  return today.epochMilliseconds > now.epochMilliseconds
    ? today
    : at(now.toPlainDate().add({ days: 1 }), { now, time });
}

const onTheMinute = (moment: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
  moment.round({ smallestUnit: 'minute', roundingMode: 'ceil' });
