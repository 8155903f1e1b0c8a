import { expect, test } from 'vitest';
import { minuteOfTime, timeOfMinute } from './time-of-day.ts';

test('a time of day is its minutes, and back', () => {
  for (const minute of [0, 5, 425, 1140, 1439]) expect(minuteOfTime(timeOfMinute(minute))).toBe(minute);
  expect(timeOfMinute(425)).toBe('07:05');
  expect(minuteOfTime('07:05:30')).toBe(425);
  for (const none of ['', '24:00', '7:05', '12:60']) expect(minuteOfTime(none)).toBeNull();
});
