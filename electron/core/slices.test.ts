import { expect, test } from 'vitest';
import { atOnce, inSlices } from './slices.ts';

function* slowSum(steps: number): Generator<void, number> {
  let sum = 0;
  for (let step = 1; step <= steps; step += 1) {
    const end = performance.now() + 5;
    while (performance.now() < end) sum += 0;
    sum += step;
    yield;
  }
  return sum;
}

test('long work lets others come between', async () => {
  let others = 0;
  let isDone = false;
  const keepCounting = () => {
    others += 1;
    if (!isDone) setImmediate(keepCounting);
  };
  setImmediate(keepCounting);
  const sum = await inSlices(slowSum(20));
  isDone = true;
  expect(sum).toBe(210);
  expect(others).toBeGreaterThan(1);
});

test('work at once is done when it returns; a fault in a step is the caller’s', async () => {
  function* failing(): Generator<void, number> {
    yield;
    throw new Error('no');
  }
  expect(atOnce(slowSum(3))).toBe(6);
  expect(() => atOnce(failing())).toThrow('no');
  await expect(inSlices(failing())).rejects.toThrow('no');
});
