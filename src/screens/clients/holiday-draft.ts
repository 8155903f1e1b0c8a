import type { Holiday } from '../../../electron/shared/calendars.ts';
import type { OpeningInterval } from '../../../electron/shared/clients.ts';
import type { Day } from '../../../electron/shared/time.ts';

/** A holiday as it is being filled in; the key tells rows apart that say the same. */
export interface HolidayDraft extends Omit<Holiday, 'intervals'> {
  readonly key: string;
  readonly intervals: readonly OpeningInterval[];
}

export type HolidayFault = 'day' | 'twice' | 'name' | 'hours';

/** What keeps a list from being saved, by row; an empty map: nothing. */
export function faultsOf(drafts: readonly HolidayDraft[]): ReadonlyMap<string, HolidayFault> {
  const days = new Set<Day>();
  const faults = new Map<string, HolidayFault>();
  for (const { key, day, name, intervals } of drafts) {
    if (day === '') faults.set(key, 'day');
    else if (days.has(day)) faults.set(key, 'twice');
    else if (name.trim() === '') faults.set(key, 'name');
    else if (!areInOrder(intervals)) faults.set(key, 'hours');
    days.add(day);
  }
  return faults;
}

/** Each ends after it begins, and none begins before the one before it has ended. */
const areInOrder = (intervals: readonly OpeningInterval[]): boolean =>
  intervals.every(
    ({ from, to }, index) => from !== '' && (intervals[index - 1]?.to ?? '') <= from && from < to,
  );

/** Those that are over can still be read, but nobody has to pass them on the way to the next one. */
export const isOver = ({ day }: Pick<HolidayDraft, 'day'>, today: Day): boolean => day !== '' && day < today;
