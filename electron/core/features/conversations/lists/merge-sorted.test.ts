import { expect, test } from 'vitest';
import { mergePulled, mergeSorted, type Pull } from './merge-sorted.ts';

const compare = (a: number, b: number) => a - b;

test('lists become one in order, and no longer than asked for', () => {
  expect(mergeSorted([[1, 4, 9], [], [2, 3], [4]], { compare, limit: 5 })).toEqual([1, 2, 3, 4, 4]);
  expect(mergeSorted([[3], [1]], { compare, limit: 9 })).toEqual([1, 3]);
  expect(mergeSorted<number>([], { compare, limit: 9 })).toEqual([]);
});

/** Lists that tell how far they were read. */
function pulled(lists: readonly (readonly number[])[]) {
  const read = lists.map(() => 0);
  const pulls = lists.map((list, index): Pull<number> => (last, limit) => {
    const from = last === null ? 0 : list.indexOf(last) + 1;
    const items = list.slice(from, from + limit);
    read[index] = from + items.length;
    return items;
  });
  return { pulls, read };
}

test('lists that are read as they are used up become the same list', () => {
  const numbers = Array.from({ length: 400 }, (_, n) => n);
  const mixed = [3, 1, 7, 2].map((of) => numbers.filter((n) => (n * n) % 11 === of % 11));
  const uneven = [numbers.slice(0, 300), numbers.slice(300, 310), [], numbers.slice(310)];
  for (const lists of [mixed, uneven, [numbers], []])
    for (const limit of [1, 5, 51, 1_000])
      expect(mergePulled(pulled(lists).pulls, { compare, limit })).toEqual(
        mergeSorted(lists, { compare, limit }),
      );
});

test('of many lists little more is read than is shown', () => {
  const lists = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((list) =>
    Array.from({ length: 1_000 }, (_, n) => n * 10 + list),
  );
  const { pulls, read } = pulled(lists);
  expect(mergePulled(pulls, { compare, limit: 50 })).toHaveLength(50);
  expect(read.reduce((sum, count) => sum + count)).toBe(100);
});
