import type { CurrentCalendar, Holiday, NewHoliday } from '../../../shared/calendars.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import { toInstant, type Day, type Span } from '../../../shared/time.ts';
import type { Changes } from '../../changes.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { dayAt, daysBetween, spanOfDays } from './day-rules.ts';
import { insertCalendar, listCalendars } from './queries.ts';
import { businessMilliseconds, nextOpening, type Calendar } from './rules.ts';

export type { Calendar } from './rules.ts';

/** Days of a client's period, each with its own moments. */
export interface DaySpan extends Span {
  readonly day: Day;
}

export interface Calendars {
  /**
   * Appends a version in force from now, unless nothing changed. The first one counts since ever. Without `holidays`
   * the known ones stay.
   */
  define(
    store: ClientStore,
    change: Pick<Calendar, 'timeZone' | 'weeklyHours'> & { holidays?: readonly NewHoliday[] },
  ): void;
  /** All versions, oldest first. */
  list(store: ClientStore): readonly Calendar[];
  /** @throws LiaisonError `not-found` before the first version is defined */
  current(store: ClientStore): Calendar;
  /** The version in force, shaped for the page. */
  read(store: ClientStore): CurrentCalendar;
  /** Milliseconds of the span in working hours; null where the calendars in force then keep no hours at all. */
  businessMilliseconds(store: ClientStore, span: Span): number | null;
  /** The days from `first` to `last` in the client's time zone of today, each with its own moments. */
  days(store: ClientStore, period: { readonly first: Day; readonly last: Day }): readonly DaySpan[];
  /** When the client opens next after now, epoch milliseconds; null: its calendar in force never does. */
  nextOpening(store: ClientStore): number | null;
  /** The client's day at that moment. */
  dayAt(store: ClientStore, at: number): Day;
}

export function createCalendars(options: { clock: Clock; changes: Changes }): Calendars {
  const { clock, changes } = options;
  const known = new WeakMap<ClientStore, readonly Calendar[]>();

  function list(store: ClientStore): readonly Calendar[] {
    const versions = known.get(store) ?? listCalendars(store);
    known.set(store, versions);
    return versions;
  }
  function current(store: ClientStore): Calendar {
    const newest = list(store).at(-1);
    if (!newest) throw new LiaisonError('not-found', { detail: { what: 'calendar' } });
    return newest;
  }

  return {
    list,
    current,
    define(store, change) {
      const newest = list(store).at(-1);
      const next: Calendar = {
        version: (newest?.version ?? 0) + 1,
        effectiveFrom: newest ? Math.max(clock.now(), newest.effectiveFrom) : 0,
        timeZone: change.timeZone,
        weeklyHours: change.weeklyHours,
        holidays: sorted(change.holidays ?? newest?.holidays ?? []),
      };
      if (newest && hoursOf(newest) === hoursOf(next)) return;
      insertCalendar(store, next);
      known.delete(store);
      changes.announce('calendars', { clientId: store.clientId });
    },
    read(store) {
      const { version, effectiveFrom, timeZone, weeklyHours, holidays } = current(store);
      const since = version === 1 ? null : toInstant(effectiveFrom);
      return { version, effectiveFrom: since, timeZone, weeklyHours, holidays };
    },
    businessMilliseconds: (store, span) => businessMilliseconds(list(store), span),
    days(store, period) {
      const { timeZone } = current(store);
      return daysBetween(period.first, period.last).map((day) => ({
        day,
        ...spanOfDays({ first: day, last: day }, timeZone),
      }));
    },
    nextOpening: (store) => nextOpening(current(store), clock.now()),
    dayAt: (store, at) => dayAt(at, current(store).timeZone),
  };
}

/** One entry a day, in order, so that the same holidays typed in another order make no new version. */
function sorted(holidays: readonly NewHoliday[]): Holiday[] {
  const byDay = new Map(
    holidays.map((holiday) => [holiday.day, { ...holiday, intervals: holiday.intervals ?? [] }]),
  );
  return [...byDay.values()].toSorted((a, b) => a.day.localeCompare(b.day, 'en'));
}

const hoursOf = ({ timeZone, weeklyHours, holidays }: Calendar): string =>
  JSON.stringify([timeZone, weeklyHours, holidays]);
