import { Temporal } from 'temporal-polyfill';
import type { Day, Span } from '../../../shared/time.ts';

const epoch = Temporal.PlainDate.from('1970-01-01');

/** Days since 1970-01-01 in the calendar of the wall, and back. */
export const numberOfDay = (day: Day): number => epoch.until(Temporal.PlainDate.from(day)).days;
export const dayOfNumber = (number: number): Day => epoch.add({ days: number }).toString();

/** The moment the day begins there; where midnight is skipped by the clock change, the first moment that exists. */
export const startOfDay = (day: Day, timeZone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds;

/** The day on the wall at that moment. */
export const dayAt = (at: number, timeZone: string): Day =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/**
 * A wall time of that day as a moment. In the hour that the clock skips it is read with the offset from before (an hour
 * later), in the hour that comes twice it is the first (RFC 5545, 3.3.5; Temporal's "compatible"). `24:00` ends the day.
 */
export function momentOf(day: Day, wall: { readonly time: string; readonly timeZone: string }): number {
  const date = Temporal.PlainDate.from(day);
  if (wall.time === '24:00') return date.add({ days: 1 }).toZonedDateTime(wall.timeZone).epochMilliseconds;
  const plainTime = Temporal.PlainTime.from(wall.time);
  return date.toZonedDateTime({ timeZone: wall.timeZone, plainTime }).epochMilliseconds;
}

/** Every day of a period, first and last included. */
export function daysBetween(first: Day, last: Day): Day[] {
  const from = numberOfDay(first);
  return Array.from({ length: Math.max(0, numberOfDay(last) - from + 1) }, (_, index) =>
    dayOfNumber(from + index),
  );
}

/** From the first moment of `first` to the first moment after `last`, in that time zone. */
export const spanOfDays = (days: { readonly first: Day; readonly last: Day }, timeZone: string): Span => ({
  from: startOfDay(days.first, timeZone),
  to: momentOf(days.last, { time: '24:00', timeZone }),
});
