import { expect, test } from 'vitest';
import { createLiteralSearch } from './literal-search.ts';
import { neededLiterals } from './needed-literals.ts';
import { compilePattern } from './pattern.ts';

test.each<readonly [string, readonly string[] | null]>([
  ['utilize', ['utilize']],
  ['Utilize', ['utilize']],
  ['in order to', ['in order to']],
  ['colou?r', ['colo']],
  ['e-?mail address(?:es)?', ['mail address']],
  ['\\bvery\\b', ['very']],
  ['one|three', ['one', 'three']],
  ['(?:one|two) parcels', [' parcels']],
  ['parcels{0,3}', ['parcel']],
  ['[abc]def[ghi]', ['def']],
  ['straße', ['stra']],
  ['naïve', ['naïve']],
  ['(?i)sorry', ['sorry']],
  ['a\\.m\\.', null],
  ['ok', null],
  ['\\w+ly', null],
  ['one|\\d', null],
  ['(?x) o n e', null],
  ['\\Qa.b\\E', null],
  ['σίσυφος', null],
  ['', null],
])('%s needs %j', (pattern, literals) => {
  expect(neededLiterals(pattern)).toEqual(literals);
});

test('what a pattern needs is in every text that it matches, in any case', () => {
  const texts = [
    'UTILIZE',
    'Coloured',
    'an E-MAIL ADDRESS',
    'ONE PARCEL',
    'DEF xdefg cdefi',
    '\u212aelvin \u017fo',
    'NAÏVE',
  ];
  for (const pattern of [
    'utilize',
    'colou?r',
    'e-?mail address',
    'parcels{0,3}',
    '[abc]def[ghi]',
    'kelvin',
    'naïve',
  ]) {
    const search = createLiteralSearch(
      (neededLiterals(pattern) ?? []).map((literal) => [literal, 0] as const),
    );
    const matching = texts.filter((text) => compilePattern(`(?i)${pattern}`).test(text));
    expect(matching.length, pattern).toBeGreaterThan(0);
    expect(matching.filter((text) => search.ownersIn(text).length === 0)).toEqual([]);
  }
});

test('one search finds the owners of every literal, inside one another too', () => {
  const search = createLiteralSearch([
    ['her', 0],
    ['here', 1],
    ['ere', 2],
    ['there', 3],
    ['hers', 0],
  ]);
  expect([...search.ownersIn('Is it THERE?')].toSorted()).toEqual([0, 1, 2, 3]);
  expect(search.ownersIn('hers hers')).toEqual([0]);
  expect(search.ownersIn('')).toEqual([]);
});
