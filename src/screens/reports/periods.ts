import type { ReportPeriod } from '../../../electron/shared/reports.ts';

export const periodNames = ['this-month', 'last-month', 'last-four-weeks', 'custom'] as const;
export type PeriodName = (typeof periodNames)[number];

const dayMilliseconds = 86_400_000;
const isoDay = (date: Date) => date.toISOString().slice(0, 10);
const utc = (year: number, month: number, day: number) => new Date(Date.UTC(year, month, day));

/** A named period as days, counted from the client's today. The four weeks end yesterday, so that they are whole. */
export function periodOf(name: Exclude<PeriodName, 'custom'>, today: string): ReportPeriod {
  const date = new Date(`${today}T00:00:00Z`);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (name) {
    case 'this-month':
      return { from: isoDay(utc(year, month, 1)), to: today };
    case 'last-month':
      return { from: isoDay(utc(year, month - 1, 1)), to: isoDay(utc(year, month, 0)) };
    case 'last-four-weeks': {
      const before = (days: number) => isoDay(new Date(date.getTime() - days * dayMilliseconds));
      return { from: before(28), to: before(1) };
    }
  }
}
