import type { Holiday } from '../../../shared/calendars.ts';
import type { WeeklyHours } from '../../../shared/clients.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Calendar } from './rules.ts';

/** All versions, oldest first. */
export function listCalendars(store: ClientStore): Calendar[] {
  const rows = store.all(store.sql.selectFrom('calendars').selectAll().orderBy('version'));
  return rows.map((row) => ({
    version: row.version,
    effectiveFrom: row.effective_from,
    timeZone: row.time_zone,
    weeklyHours: JSON.parse(row.weekly_hours) as WeeklyHours,
    holidays: JSON.parse(row.holidays) as Holiday[],
  }));
}

export function insertCalendar(store: ClientStore, calendar: Calendar): void {
  store.run(
    store.sql.insertInto('calendars').values({
      version: calendar.version,
      effective_from: calendar.effectiveFrom,
      time_zone: calendar.timeZone,
      weekly_hours: JSON.stringify(calendar.weeklyHours),
      holidays: JSON.stringify(calendar.holidays),
    }),
  );
}
