import { z } from 'zod';

/** An instant on the wire: ISO 8601 in UTC with milliseconds. The store keeps UTC epoch milliseconds. */
export const Instant = z.iso.datetime();
export type Instant = string;

/** A day in some calendar, `YYYY-MM-DD`; which time zone it lives in is said beside it. */
export const Day = z.iso.date();
export type Day = string;

/** UTC epoch milliseconds as an instant on the wire. */
export const toInstant = (epochMilliseconds: number): Instant => new Date(epochMilliseconds).toISOString();

/** The same where the moment may not have come yet. */
export const toInstantOrNull = (epochMilliseconds: number | null): Instant | null =>
  epochMilliseconds === null ? null : toInstant(epochMilliseconds);

/** A stretch of time from `from` up to, not including, `to`; UTC epoch milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whether there is such a time zone: an IANA name, or an offset. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
