import { expect, test } from 'vitest';
import { createRandom } from '../../../../../test/bench/support/random.ts';
import { mergeSorted } from './merge-sorted.ts';
import { mergeWalks, shareOf, type Walk } from './merge-walks.ts';

const compare = (a: number, b: number) => a - b;

/** Walks along the numbers of which some are items, so many at once. */
const walkAlong =
  (numbers: readonly number[], isItem: (n: number) => boolean, atOnce: number): Walk<number, number> =>
  (after) => {
    const looked = numbers.filter((n) => after === null || n > after).slice(0, atOnce);
    const upTo = looked.length < atOnce ? null : (looked.at(-1) ?? null);
    return { items: looked.filter(isItem), upTo };
  };

test('whatever is looked at at once, and wherever it is late, page after page gives every item once and in order', () => {
  const random = createRandom(3);
  for (let round = 0; round < 200; round += 1) {
    const numbers = Array.from({ length: random.whole(120) }, (_, n) => n);
    const items = new Set(numbers.filter(() => random.chance(random.next())));
    const parts = Array.from({ length: 1 + random.whole(5) }, () => new Array<number>());
    for (const n of numbers) parts[random.whole(parts.length)]?.push(n);
    const walks = parts.map((part) => walkAlong(part, (n) => items.has(n), 1 + random.whole(9)));
    const limit = 1 + random.whole(20);
    const found: number[] = [];
    for (let after: number | null = null, page = 0; ; page += 1) {
      expect(page).toBeLessThan(300);
      const isLate = () => random.chance(0.5);
      const merged: { items: number[]; upTo: number | null } = mergeWalks(walks, {
        ...{ after, limit, compare, isLate },
      });
      const { items: more, upTo } = merged;
      found.push(...more);
      if (upTo === null && more.length < limit) break;
      after = upTo ?? more.at(-1) ?? null;
    }
    expect(found).toEqual([...items].toSorted(compare));
  }
});

test('in time, a page is full before anything further is looked at', () => {
  let walked = 0;
  const numbers = Array.from({ length: 1_000 }, (_, n) => n);
  const walk: Walk<number, number> = (after) => {
    walked += 1;
    return walkAlong(numbers, (n) => n % 10 === 0, 50)(after);
  };
  const merged = mergeWalks([walk], { after: null, limit: 7, compare, isLate: () => false });
  expect(merged).toEqual({ items: [0, 10, 20, 30, 40, 50, 60], upTo: null });
  expect(walked).toBe(2);
  expect(mergeWalks([walk], { after: 905, limit: 7, compare, isLate: () => true })).toEqual({
    items: [910, 920, 930, 940, 950],
    upTo: 955,
  });
});

/** Lists of which a share is read at once, and how far each was read. */
function shared(lists: readonly (readonly number[])[], limit: number) {
  const share = shareOf(limit, lists.length);
  const read = lists.map(() => 0);
  const walks = lists.map((list, index): Walk<number, number> => (after) => {
    const from = after === null ? 0 : list.indexOf(after) + 1;
    const items = list.slice(from, from + share);
    read[index] = from + items.length;
    return { items, upTo: items.length === share ? (items.at(-1) ?? null) : null };
  });
  const merge = () => mergeWalks(walks, { after: null, limit, compare, isLate: () => false }).items;
  return { merge, read };
}

test('lists that are read as they are used up become the same list', () => {
  const numbers = Array.from({ length: 400 }, (_, n) => n);
  const mixed = [3, 1, 7, 2].map((of) => numbers.filter((n) => (n * n) % 11 === of % 11));
  const uneven = [numbers.slice(0, 300), numbers.slice(300, 310), [], numbers.slice(310)];
  for (const lists of [mixed, uneven, [numbers], []])
    for (const limit of [1, 5, 51, 1_000])
      expect(shared(lists, limit).merge()).toEqual(mergeSorted(lists, { compare, limit }));
});

test('of many lists little more is read than is shown', () => {
  const lists = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((list) =>
    Array.from({ length: 1_000 }, (_, n) => n * 10 + list),
  );
  const { merge, read } = shared(lists, 50);
  expect(merge()).toHaveLength(50);
  expect(read.reduce((sum, count) => sum + count)).toBe(100);
});
