import { expect, test } from 'vitest';
import { faultsOf, isOver, type HolidayDraft } from './holiday-draft.ts';

const aDay = (details: Partial<HolidayDraft>): HolidayDraft => ({
  key: 'a',
  day: '2026-12-25',
  name: 'Christmas',
  intervals: [],
  ...details,
});
const hours = (from: string, to: string) => ({ from, to });

test.each([
  [[], []],
  [[aDay({})], []],
  [[aDay({ day: '' })], [['a', 'day']]],
  [[aDay({ name: ' ' })], [['a', 'name']]],
  [[aDay({}), aDay({ key: 'b', name: 'Again' })], [['b', 'twice']]],
  [[aDay({ intervals: [hours('09:00', '12:00'), hours('13:00', '24:00')] })], []],
  [[aDay({ intervals: [hours('12:00', '09:00')] })], [['a', 'hours']]],
  [[aDay({ intervals: [hours('09:00', '12:00'), hours('11:00', '14:00')] })], [['a', 'hours']]],
  [[aDay({ intervals: [hours('', '12:00')] })], [['a', 'hours']]],
])('%j', (drafts, faults) => expect([...faultsOf(drafts)]).toEqual(faults));

test('a holiday is over the day after it; one without a day is still to come', () => {
  expect(isOver(aDay({}), '2026-12-25')).toBe(false);
  expect(isOver(aDay({}), '2026-12-26')).toBe(true);
  expect(isOver(aDay({ day: '' }), '2026-12-26')).toBe(false);
});
