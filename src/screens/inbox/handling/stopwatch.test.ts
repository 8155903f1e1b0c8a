import { expect, test } from 'vitest';
import { createStopwatch } from './stopwatch.ts';

function startWatch() {
  let now = 0;
  return { watch: createStopwatch(() => now), wait: (milliseconds: number) => void (now += milliseconds) };
}

test('time runs while somebody attends', () => {
  const { watch, wait } = startWatch();
  watch.attend();
  wait(5_000);
  watch.attend();
  wait(5_000);
  expect(watch.take()).toEqual([10_000]);
});

test('a minute after the last sign of anybody it stops: the rest is a pause', () => {
  const { watch, wait } = startWatch();
  watch.attend();
  wait(600_000);
  expect(watch.take()).toEqual([60_000]);
  wait(600_000);
  watch.attend();
  wait(2_000);
  expect(watch.take()).toEqual([2_000]);
});

test('hidden time does not count', () => {
  const { watch, wait } = startWatch();
  watch.attend();
  wait(3_000);
  watch.pause();
  wait(30_000);
  watch.attend();
  wait(4_000);
  expect(watch.take()).toEqual([7_000]);
});

test('a glance is no work, and waits for more', () => {
  const { watch, wait } = startWatch();
  watch.attend();
  wait(600);
  expect(watch.take()).toEqual([]);
  wait(600);
  expect(watch.take()).toEqual([1_200]);
});

test('no slice is longer than a minute, and none of the time is lost', () => {
  const { watch, wait } = startWatch();
  for (let second = 0; second < 150; second += 1) {
    watch.attend();
    wait(1_000);
  }
  const slices = watch.take();
  expect(Math.max(...slices)).toBeLessThanOrEqual(60_000);
  expect(slices.reduce((sum, slice) => sum + slice, 0)).toBe(150_000);
});
