import { expect, test } from 'vitest';
import { todayIn } from './today-in.ts';

test('today is the day on the wall of the client', () => {
  const now = Date.parse('2026-03-01T02:00Z');
  expect(todayIn('America/Los_Angeles', now)).toBe('2026-02-28');
  expect(todayIn('Asia/Tokyo', now)).toBe('2026-03-01');
});
