import { expect, test } from 'vitest';
import { compileGuide } from '../../../shared/voice/guide.ts';
import { RuleDefinition } from '../../../shared/voice/rule-definition.ts';
import { OutOfTime, withinTime } from './time-limit.ts';
import { findRunaways, timedCheck } from './timed-check.ts';

const existence = (name: string, token: string) =>
  RuleDefinition.parse({ name, extends: 'existence', message: 'm', nonword: true, tokens: [token] });
const slow = existence('House.Slow', '(a|aa)+$');
const text = `good ${'a'.repeat(60)}! good`;

test('work within its time gives its result', () => {
  expect(withinTime(1_000, () => 7)).toBe(7);
});

test('work that never ends is stopped inside its expression', () => {
  expect(() => withinTime(20, () => /(a|aa)+$/v.test(text))).toThrow(OutOfTime);
});

test('an error of the work is its own', () => {
  expect(() => withinTime(1_000, () => JSON.parse('{'))).toThrow(SyntaxError);
});

test('a rule that runs away is stopped and named; the rules around it still work', () => {
  const guide = compileGuide([existence('House.First', 'good'), slow, existence('House.Last', '!')]);
  const { findings, runaway } = timedCheck(guide, text);
  expect([...runaway]).toEqual(['House.Slow']);
  expect(findings.map(({ check }) => check)).toEqual(['House.First', 'House.Last', 'House.First']);
});

test('a quarantined rule is not tried again', () => {
  const { findings, runaway } = timedCheck(compileGuide([slow]), text, {
    quarantined: new Set(['House.Slow']),
  });
  expect({ findings, runaway: runaway.size }).toEqual({ findings: [], runaway: 0 });
});

test('only the guilty rule is found among several texts', () => {
  const guide = compileGuide([existence('House.Fine', 'a+b'), slow]);
  expect([...findRunaways(guide.rules, () => ['short', text])]).toEqual(['House.Slow']);
});
