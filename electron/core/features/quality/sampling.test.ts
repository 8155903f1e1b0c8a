import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawSample, populationHashOf, sizeForProportion, ticketOf } from './sampling.ts';

describe('ron-rivest/consistent_sampler, published examples', () => {
  const ids = ['A-1', 'A-2', 'A-3', 'B-1', 'B-2', 'B-3'];

  it('README: seed 314159, take 4', () => {
    expect(drawSample({ ids, seed: '314159', size: 4 })).toEqual(['B-2', 'B-3', 'A-3', 'A-2']);
  });

  it('USAGE_EXAMPLES: seed 41 of 0..99, take 10', () => {
    const numbers = Array.from({ length: 100 }, (_, number) => String(number));
    const drawn = drawSample({ ids: numbers, seed: '41', size: 10 });
    expect(drawn.map(Number)).toEqual([73, 51, 17, 58, 38, 42, 39, 20, 11, 67]);
  });

  it('first_fraction of AB-130', () => {
    expect(ticketOf('01382438112797316654', 'AB-130')).toBe(
      '0.26299714122838008416507544297546663599715395525154425586041245287750224561854',
    );
  });

  it('does not depend on the order of the ids', () => {
    expect(drawSample({ ids: ids.toReversed(), seed: '314159', size: 4 })).toEqual([
      'B-2',
      'B-3',
      'A-3',
      'A-2',
    ]);
  });

  it('keeps its order when the population grows', () => {
    const grown = drawSample({ ids: [...ids, 'C-1', 'C-2'], seed: '314159', size: 8 });
    const whole = drawSample({ ids, seed: '314159', size: 6 });
    expect(grown.filter((id) => !id.startsWith('C'))).toEqual(whole);
  });
});

it('gives everything of a population that is smaller than the sample', () => {
  expect(drawSample({ ids: ['b', 'a'], seed: '1', size: 5 }).toSorted()).toEqual(['a', 'b']);
});

it('hashes a population whatever its order', () => {
  const expected = createHash('sha256').update('a\nb\n').digest('hex');
  expect(populationHashOf(['b', 'a'])).toBe(expected);
  expect(populationHashOf(['a', 'b'])).toBe(expected);
  expect(populationHashOf(['ab'])).not.toBe(expected);
});

describe('size for a proportion, 95 %, +-5 points', () => {
  it('n0 = 384.1459 -> 385 without end', () => expect(sizeForProportion({ within: 0.05 })).toBe(385));
  it.each([
    [100, 80],
    [500, 218],
    [1000, 278],
    [10_000, 370],
    [0, 0],
    [1, 1],
  ])('of %i: %i (Krejcie and Morgan 1970 round, and say 217 of 500)', (population, size) => {
    expect(sizeForProportion({ within: 0.05, population })).toBe(size);
  });
});
