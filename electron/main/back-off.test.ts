import { expect, test } from 'vitest';
import { createBackOff } from './back-off.ts';

test('the pause doubles up to half a minute while the core keeps dying', () => {
  let now = 0;
  const backOff = createBackOff(() => now);
  const pauses = Array.from({ length: 10 }, () => {
    const pause = backOff.next();
    backOff.succeeded();
    now += 1000;
    return pause;
  });
  expect(pauses).toEqual([200, 400, 800, 1600, 3200, 6400, 12_800, 25_600, 30_000, 30_000]);
});

test('a minute of life starts it small again', () => {
  let now = 0;
  const backOff = createBackOff(() => now);
  backOff.next();
  backOff.next();
  backOff.succeeded();
  now += 60_000;
  expect(backOff.next()).toBe(200);
});
