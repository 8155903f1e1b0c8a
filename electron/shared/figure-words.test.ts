import { expect, test } from 'vitest';
import { figureCount, figureInterval, figureName, figureValue } from './figure-words.ts';
import { measureGroups, measures, statistics, type Figure } from './reports.ts';
import { languages } from './workspace.ts';
import { createWords } from '../core/words.ts';
import { join } from 'node:path';

const locales = join(import.meta.dirname, '../../locales');
const words = createWords(locales);

test.each(languages)('every measure, statistic and group has its sentences in %s', (language) => {
  const say = words.of(language, 'reports');
  const keys = [
    ...measures.flatMap((measure) => [`measures.${measure}`, `definitions.${measure}`]),
    ...statistics.map((statistic) => `statistics.${statistic}`),
    ...measureGroups.map((group) => `groups.${group}`),
  ];
  for (const key of keys) expect(say(key), `${language} ${key}`).not.toBe(key);
});

const aTime = (milliseconds: number): Figure => ({
  id: 'first-response-median',
  measure: 'first-response',
  statistic: 'median',
  value: milliseconds,
  unit: 'milliseconds',
  numerator: 3 * milliseconds,
  denominator: 3,
  definition: 'first-response',
  n: 3,
  interval: null,
});

test('a figure in words', () => {
  const translate = words.of('en', 'reports');
  const english = {
    language: 'en',
    say: (key: string, values = {}): string => translate(key, { ...values }),
  } as const;
  expect(figureName(aTime(1), english.say)).toBe('First response: median');
  expect(figureValue(aTime(6_150_000), english)).toBe('1 hr, 42 min');
  expect(figureValue(aTime(0), english)).toBe('0 sec');
  expect(figureValue(aTime(183_600_000), english)).toBe('2 days, 3 hr');
  expect(figureCount(aTime(60_000), english)).toBe('3 times measured, 3 min in all');
  const share: Figure = {
    ...aTime(1),
    measure: 'csat',
    statistic: 'share',
    unit: 'percent',
    value: 75,
    numerator: 3,
    denominator: 4,
    interval: { low: 30.06, high: 95.44 },
  };
  expect(figureValue(share, english)).toBe('75%');
  expect(figureCount(share, english)).toBe('3 of 4');
  expect(figureInterval(share, english)).toBe('95% sure between 30.1% and 95.4%');
  expect(figureValue({ ...share, value: null }, english)).toBe('none yet');
});
