import { expect, test } from 'vitest';
import { conflictsOf, rebind, refusalOf } from './binding-rules.ts';
import { actionIds, bindingsOf } from './key-sets.ts';

test.each(['liaison', 'gmail', 'outlook'] as const)(
  'the %s set gives every action keys of its own',
  (set) => {
    const bindings = bindingsOf(set, {});
    expect(conflictsOf(bindings)).toEqual([]);
    for (const id of actionIds) expect([id, bindings[id].length]).not.toEqual([id, 0]);
  },
);

test('two actions on the same keys, and a key that begins another, are conflicts', () => {
  expect(conflictsOf({ one: ['J'], other: ['X', 'j'] })).toEqual([{ one: 'one', other: 'other', keys: 'J' }]);
  expect(conflictsOf({ one: ['G'], other: ['g i'] })).toEqual([{ one: 'one', other: 'other', keys: 'G' }]);
  expect(conflictsOf({ one: ['G I'], other: ['G S'], more: ['Mod+G'] })).toEqual([]);
  expect(conflictsOf({ one: ['J', 'j'] })).toEqual([]);
});

test('keys are taken from whoever had them only when somebody says so', () => {
  const before = { one: ['J'], other: ['X'] };
  expect(rebind(before, { id: 'other', keys: 'j', take: false })).toEqual({ one: ['J'], other: ['J'] });
  const taken = rebind(before, { id: 'other', keys: 'j', take: true });
  expect(taken).toEqual({ one: [], other: ['J'] });
  expect(conflictsOf(taken)).toEqual([]);
});

test.each([
  ['reply', 'Tab', 'reserved'],
  ['reply', 'G Enter', 'reserved'],
  ['reply', 'Mod+C', 'reserved'],
  ['send', 'S', 'text'],
  ['send', 'Alt+S', null],
  ['reply', 'S', null],
] as const)('%s on %s: %s', (id, keys, refusal) => expect(refusalOf(id, keys)).toBe(refusal));

test("an operator's own keys lie over the set's", () => {
  expect(bindingsOf('gmail', { reply: ['Shift+R'] }).reply).toEqual(['Shift+R']);
  expect(bindingsOf('gmail', { reply: [] }).reply).toEqual([]);
  expect(bindingsOf('gmail', {}).tag).toEqual(['L']);
  expect(bindingsOf('gmail', {}).take).toEqual(['M']);
});
