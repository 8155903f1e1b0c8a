import { describe, expect, it } from 'vitest';
import { intersect, readSet, setOf, sizeOf, subtract, uidsOf, unite, writeSet } from './uid-set.ts';

/** A small random generator, the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state;
  };
}
const draw = (next: () => number) => Array.from({ length: next() % 40 }, () => 1 + (next() % 60));

describe('a set of UIDs', () => {
  it('is written as IMAP writes it, and read back', () => {
    expect(writeSet(setOf([7, 1, 2, 3, 9, 2]))).toBe('1:3,7,9');
    expect(readSet('1:3,7,9')).toEqual([
      [1, 3],
      [7, 7],
      [9, 9],
    ]);
    expect(readSet('')).toEqual([]);
    for (const wrong of ['a', '1:', '1;2', '*', '1:*']) expect(() => readSet(wrong)).toThrow();
  });

  it('unites, subtracts and intersects like plain sets', () => {
    const next = numbers(42);
    for (let round = 0; round < 300; round += 1) {
      const [a, b] = [new Set(draw(next)), new Set(draw(next))];
      const [x, y] = [setOf(a), setOf(b)];
      const same = (set: Iterable<number>, expected: Set<number>) =>
        expect([...set]).toEqual([...expected].toSorted((one, other) => one - other));
      same(uidsOf(unite(x, y)), a.union(b));
      same(uidsOf(subtract(x, y)), a.difference(b));
      same(uidsOf(intersect(x, y)), a.intersection(b));
      expect(sizeOf(x)).toBe(a.size);
      expect(writeSet(unite(x, y))).toBe(writeSet(setOf(a.union(b))));
    }
  });
});
