import { z } from 'zod';
import { OpeningInterval, type WeeklyHours } from './clients.ts';
import { Day, type Instant } from './time.ts';

/** A day with hours of its own, in the calendar's time zone; without intervals it is closed all day. */
export const Holiday = z.object({
  day: Day,
  name: z.string().trim().min(1).max(120),
  intervals: z.array(OpeningInterval).max(20).default([]),
});
export type Holiday = z.infer<typeof Holiday>;
/** The same before the intervals are filled in. */
export type NewHoliday = z.input<typeof Holiday>;

/** The version of a client's calendar that is in force, on the wire. */
export interface CurrentCalendar {
  readonly version: number;
  /** Null for the first version, which counts since ever. */
  readonly effectiveFrom: Instant | null;
  readonly timeZone: string;
  readonly weeklyHours: WeeklyHours;
  readonly holidays: readonly Holiday[];
}
