import { expect, test } from 'vitest';
import type { Condition } from '../../../electron/shared/automations.ts';
import { conditionOf, groupOf } from './condition-tree.ts';

const one: Condition = { kind: 'attachment' };
const two: Condition = { kind: 'hours', open: false };

test.each<Condition>([
  { kind: 'all', of: [] },
  { kind: 'all', of: [one, { kind: 'not', of: two }] },
  { kind: 'any', of: [one, { kind: 'all', of: [one, two] }] },
  { kind: 'not', of: { kind: 'any', of: [one, two] } },
])('%j is put together again as it was', (condition) => {
  expect(conditionOf(groupOf(condition))).toEqual(condition);
});

test('what the screen can not show as it stands is shown as what means the same', () => {
  expect(groupOf(one)).toEqual({ kind: 'group', join: 'all', of: [{ kind: 'test', not: false, test: one }] });
  const notAll: Condition = { kind: 'not', of: { kind: 'all', of: [one, two] } };
  expect(conditionOf(groupOf(notAll))).toEqual({
    kind: 'not',
    of: { kind: 'any', of: [{ kind: 'all', of: [one, two] }] },
  });
});
