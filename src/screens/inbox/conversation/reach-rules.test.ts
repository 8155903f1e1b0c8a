import { expect, test } from 'vitest';
import { reachOf } from './reach-rules.ts';

test('of a long conversation opened at its end the last are drawn', () => {
  expect(reachOf({ count: 200, start: 199, reach: 24 })).toEqual({ from: 175, to: 200, isWhole: false });
});

test('it grows to both sides until nothing is left out', () => {
  const grown = [24, 48, 72, 96].map((reach) => reachOf({ count: 120, start: 40, reach }));
  expect(grown.map(({ from, to }) => to - from)).toEqual([48, 88, 112, 120]);
  expect(grown.map(({ isWhole }) => isWhole)).toEqual([false, false, false, true]);
});

test('a short one is whole at once, and so is one without a message', () => {
  expect(reachOf({ count: 5, start: 4, reach: 24 })).toEqual({ from: 0, to: 5, isWhole: true });
  expect(reachOf({ count: 0, start: -1, reach: 24 })).toEqual({ from: 0, to: 0, isWhole: true });
});

test('messages that were split off leave the others in view', () => {
  expect(reachOf({ count: 6, start: 199, reach: 24 })).toEqual({ from: 0, to: 6, isWhole: true });
});
