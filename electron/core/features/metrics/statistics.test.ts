import { describe, expect, test } from 'vitest';
import { netPromoterScore, quantile, sixDecimals, wilson } from './statistics.ts';

describe('Wilson interval', () => {
  test.each([
    [0, 1, 0, 0.7934567085],
    [1, 0, 0.2065432915, 1],
    [1, 1, 0.0945286548, 0.9054713452],
    [1, 10, 0.0162317523, 0.3773646255],
    [10, 90, 0.0552285416, 0.1743673044],
    [25, 75, 0.17545094, 0.3430464637],
    [0, 100, 0, 0.0369948075],
  ])('codegolf.stackexchange 105389: %i successes, %i failures', (successes, failures, ...bounds) => {
    const interval = wilson({ successes, total: successes + failures, z: 1.96 });
    expect(interval?.low).toBeCloseTo(bounds[0], 9);
    expect(interval?.high).toBeCloseTo(bounds[1], 9);
  });

  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Newcombe 1998: %i of %i', (successes, total, ...bounds) => {
    const interval = wilson({ successes, total });
    expect(interval?.low).toBeCloseTo(bounds[0], 4);
    expect(interval?.high).toBeCloseTo(bounds[1], 4);
  });

  test('is absent where nothing was counted', () => {
    expect(wilson({ successes: 0, total: 0 })).toBeNull();
  });
});

describe('quantiles of type 7', () => {
  test.each([
    [0.25, 7.25],
    [0.5, 9],
    [0.75, 14.5],
  ])('Wikipedia, Quantile: %f of 3, 6, 7, 8, 8, 10, 13, 15, 16, 20', (share, expected) => {
    expect(quantile([20, 3, 6, 8, 7, 8, 10, 16, 13, 15], share)).toBe(expected);
  });

  test('of nothing is nothing, not 0', () => {
    expect(quantile([], 0.5)).toBeNull();
  });
});

test('net promoter score: 70 % promoters, 20 % detractors (DEFINITIONS 2)', () => {
  expect(netPromoterScore([9, 9, 9, 10, 10, 10, 10, 8, 6, 0])).toBe(50);
  expect(netPromoterScore([])).toBeNull();
});

test('rounding is to six decimals, after the arithmetic', () => {
  expect(sixDecimals(2 / 3)).toBe(0.666667);
});
