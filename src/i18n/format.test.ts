import { describe, expect, test } from 'vitest';
import { createFormats } from './format.ts';

const now = Date.UTC(2026, 2, 4, 10, 0);
const minute = 60_000;

describe('durations say the largest whole unit', () => {
  test.each([
    [-5, '0 sec'],
    [45_000, '45 sec'],
    [59 * minute + 59_000, '59 min'],
    [60 * minute, '1 hr'],
    [47 * 60 * minute, '47 hr'],
    [48 * 60 * minute, '2 days'],
  ])('%i ms is %s', (milliseconds, said) => {
    expect(createFormats('en').duration(milliseconds)).toBe(said);
  });

  test('in the operator’s language, with digits that can be read to a customer', () => {
    expect(createFormats('es').duration(12 * minute)).toBe('12 min');
    expect(createFormats('ar').duration(12 * minute)).toMatch(/12/);
    expect(createFormats('ar').number(1234)).toMatch(/1.234/);
  });
});

test.each([
  [12 * minute + 30_000, '12 min'],
  [60 * minute, '1 hr'],
  [119 * minute, '1 hr 59 min'],
  [47 * 60 * minute, '47 hr'],
  [76 * 60 * minute + 59 * minute, '3 days 4 hr'],
])('where one proves, %i ms is %s', (milliseconds, said) => {
  expect(createFormats('en').exactDuration(milliseconds)).toBe(said);
});

describe('times', () => {
  test('of today show the hour in the client’s zone', () => {
    expect(createFormats('en').shortTime('2026-03-04T09:05:00.000Z', now, 'Asia/Dubai')).toMatch(/1:05\sPM/);
  });
  test('of this year show the day, of another the year too', () => {
    expect(createFormats('en').shortTime('2026-01-02T09:05:00.000Z', now, 'UTC')).toBe('Jan 2');
    expect(createFormats('en').shortTime('2025-01-02T09:05:00.000Z', now, 'UTC')).toBe('Jan 2, 2025');
  });
  test('today is judged in the client’s zone', () => {
    const lateInMadrid = '2026-03-03T22:30:00.000Z';
    const justAfterMidnightInMadrid = Date.UTC(2026, 2, 3, 23, 30);
    expect(createFormats('en').shortTime(lateInMadrid, justAfterMidnightInMadrid, 'Europe/Madrid')).toBe(
      'Mar 3',
    );
    expect(createFormats('en').shortTime(lateInMadrid, justAfterMidnightInMadrid, 'UTC')).toMatch(
      /10:30\sPM/,
    );
  });
  test('exact times name their zone', () => {
    expect(createFormats('en').exactTime('2026-03-04T09:05:00.000Z', 'Europe/London')).toMatch(
      /Mar 4, 2026.*09:05.*GMT/,
    );
  });
});

test('sizes are in the unit a person would say', () => {
  const { size } = createFormats('en');
  expect([size(12), size(12_345), size(12_345_678)]).toEqual(['12 bytes', '12.3 kB', '12.3 MB']);
});
