import { expect, test } from 'vitest';
import { countWords, scoreParts, voiceScore } from './score.ts';

test('Acrolinx: 1,000 words with 12 issues are 53', () => {
  expect(Math.round(100 * (voiceScore({ words: 1000, issues: 12 }) ?? 0))).toBe(53);
});

test('without findings it is whole, without words there is none', () => {
  expect(voiceScore({ words: 40, issues: 0 })).toBe(1);
  expect(voiceScore({ words: 0, issues: 3 })).toBeNull();
  expect(countWords("It's one—two, O'Neil!")).toBe(4);
});

test('the score of two replies is that of their sums', () => {
  const [a, b] = [
    { words: 75, issues: 1 },
    { words: 225, issues: 0 },
  ];
  const [x, y] = [scoreParts(a), scoreParts(b)];
  const sum = voiceScore({ words: 300, issues: 1 });
  expect((x.numerator + y.numerator) / (x.denominator + y.denominator)).toBeCloseTo(sum ?? 0);
});
