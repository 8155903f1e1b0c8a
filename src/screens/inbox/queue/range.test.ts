import { expect, test } from 'vitest';
import { between } from './range.ts';

const list = ['a', 'b', 'c', 'd'];

test.each([
  ['b', 'd', ['b', 'c', 'd']],
  ['d', 'b', ['b', 'c', 'd']],
  ['c', 'c', ['c']],
  ['gone', 'c', ['c']],
  ['a', 'gone', []],
])('from %s to %s', (from, to, expected) => {
  expect(between(list, { from, to })).toEqual(expected);
});
