import { expect, test } from 'vitest';
import { mergeSorted } from './merge-sorted.ts';

const compare = (a: number, b: number) => a - b;

test('lists become one in order, and no longer than asked for', () => {
  expect(mergeSorted([[1, 4, 9], [], [2, 3], [4]], { compare, limit: 5 })).toEqual([1, 2, 3, 4, 4]);
  expect(mergeSorted([[3], [1]], { compare, limit: 9 })).toEqual([1, 3]);
  expect(mergeSorted<number>([], { compare, limit: 9 })).toEqual([]);
});
