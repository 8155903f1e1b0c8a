import type { Day } from '../../electron/shared/time.ts';

/** The day on the client's wall at that moment (epoch milliseconds). */
export const todayIn = (timeZone: string, now: number): Day =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    now,
  );
