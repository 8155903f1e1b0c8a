import { expect, test } from 'vitest';
import type { Condition } from '../../../electron/shared/automations.ts';
import { MacroDraft } from '../../../electron/shared/actions.ts';
import { lacksOf } from './lacks.ts';

test('a rule that is filled in lacks nothing', () => {
  const condition: Condition = {
    kind: 'all',
    of: [
      { kind: 'text', in: 'subject', how: 'contains', words: ['refund'] },
      { kind: 'not', of: { kind: 'tag', any: ['vip'] } },
      { kind: 'attachment' },
    ],
  };
  const actions = [
    { kind: 'tag', tag: 'returns' },
    { kind: 'notify', to: 'assignee', text: 'Look' },
    { kind: 'assign', to: 'nobody' },
  ] as const;
  expect(lacksOf({ name: 'Returns', condition, actions })).toEqual([]);
});

test('each part that was left empty is named, from top to bottom', () => {
  const condition: Condition = {
    kind: 'all',
    of: [
      { kind: 'text', in: 'subject', how: 'contains', words: [] },
      { kind: 'any', of: [{ kind: 'not', of: { kind: 'channel', any: [] } }] },
      { kind: 'status', any: [] },
    ],
  };
  const actions = [
    { kind: 'status', status: 'resolved' },
    { kind: 'untag', tag: ' ' },
    { kind: 'note', text: '\n' },
    { kind: 'notify', to: 'everybody', text: '' },
  ] as const;
  expect(lacksOf({ name: ' ', condition, actions })).toEqual([
    { in: 'name' },
    { in: 'condition', what: 'text' },
    { in: 'condition', what: 'channel' },
    { in: 'condition', what: 'status' },
    { in: 'step', number: 2, what: 'tag' },
    { in: 'step', number: 3, what: 'note' },
    { in: 'step', number: 4, what: 'notice' },
  ]);
});

test.each(['', '  ', '#vip', 'vip', ' Very Important '])(
  'of a step’s tag “%s” it says what the core would say',
  (tag) => {
    const actions = [{ kind: 'tag', tag }] as const;
    const isTaken = MacroDraft.safeParse({ id: null, name: 'One', actions }).success;
    expect(lacksOf({ name: 'One', actions })).toHaveLength(isTaken ? 0 : 1);
  },
);
