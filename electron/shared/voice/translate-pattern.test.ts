import { expect, test } from 'vitest';
import { compilePattern } from './pattern.ts';

test.each([
  ['(', 'unterminated ('],
  [')', 'unmatched )'],
  ['[a', 'unterminated ['],
  ['*', 'nothing to repeat'],
  ['a**', 'nothing to repeat'],
  ['a{1001}', 'a count is over 1000'],
  ['a{2,1}', 'numbers out of order'],
  ['(?<n>a)(?<n>b)', 'two groups have the same name'],
  ['\\k<n>', 'no group called n'],
  ['(a)\\2', 'no group 2'],
  ['\\y', 'unknown escape \\y'],
  ['\\Ga', 'unknown escape \\G'],
  ['(?(1)a|b)', 'unknown group (?(1)'],
  ['[z-a]', 'runs backwards'],
  ['[[:what:]]', 'unknown class'],
  ['\\p{IsKlingon}', 'invalid property name'],
  ['a\\', 'ends too early'],
])('%s is refused: %s', (pattern, why) => {
  expect(() => compilePattern(pattern)).toThrow(why);
});

test('a refusal begins with the pattern', () => {
  expect(() => compilePattern('(bad')).toThrow(/^\(bad: /);
});

test('ASCII and Unicode forms of a pattern agree on plain English', () => {
  const pattern = compilePattern('(?i)\\b(?:[a-z]\\w*ly|\\d+%)(?!\\w)');
  const text = 'Really 50% friendly, only 7 days.';
  const found = pattern.all(text).map((match) => match.text);
  expect(found).toEqual(['Really', '50%', 'friendly', 'only']);
  expect(pattern.all(`${text} é`).map((match) => match.text)).toEqual(found);
});
