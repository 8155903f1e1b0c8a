import { expect, test } from 'vitest';
import { periodOf } from './periods.ts';

test('named periods are whole days, over the ends of months and years', () => {
  expect(periodOf('this-month', '2026-03-04')).toEqual({ from: '2026-03-01', to: '2026-03-04' });
  expect(periodOf('last-month', '2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(periodOf('last-month', '2026-01-15')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  expect(periodOf('last-four-weeks', '2026-03-04')).toEqual({ from: '2026-02-04', to: '2026-03-03' });
});
