import { expect, test } from 'vitest';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { gateOf } from './gate-rules.ts';

const [one, two] = ['one', 'two'] as [ClientId, ClientId];

test.each([
  ['free', one, two, 9, 'open'],
  ['ask', null, two, 9, 'open'],
  ['ask', two, two, 9, 'open'],
  ['ask', one, two, undefined, 'waiting'],
  ['ask', one, two, 3, 'ask'],
  ['hold', one, two, 3, 'hold'],
  ['hold', one, two, 0, 'open'],
  ['ask', one, two, 0, 'open'],
] as const)('%s, from %s to %s with %s left: %s', (...row) => {
  const [mode, inHand, wanted, left, gate] = row;
  expect(gateOf({ mode, inHand, wanted, left })).toBe(gate);
});
