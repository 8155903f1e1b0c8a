import { expect, test } from 'vitest';
import type { OperatorId } from '../../../shared/ids.ts';
import { claimed, claimMilliseconds, liveClaim, takenOver, type Claim } from './rules.ts';

const ana = 'ana' as OperatorId;
const ben = 'ben' as OperatorId;
const cleo = 'cleo' as OperatorId;
const anas: Claim = { operatorId: ana, since: 0, seen: 1_000 };

test('what is free becomes one’s own; one’s own goes on; another’s stays theirs', () => {
  expect(claimed(null, { by: ben, now: 50 })).toEqual({ operatorId: ben, since: 50, seen: 50 });
  expect(claimed(anas, { by: ana, now: 2_000 })).toEqual({ operatorId: ana, since: 0, seen: 2_000 });
  expect(claimed(anas, { by: ben, now: 2_000 })).toBe(anas);
});

test('who was not seen for as long as the time-out has nothing any more', () => {
  const end = anas.seen + claimMilliseconds;
  expect(liveClaim(anas, end - 1)).toBe(anas);
  expect(liveClaim(anas, end)).toBeNull();
  expect(claimed(anas, { by: ben, now: end })).toEqual({ operatorId: ben, since: end, seen: end });
});

const late = anas.seen + claimMilliseconds;
test.each<
  [string, { claim: Claim | null; by: OperatorId; from: OperatorId | null; now: number }, OperatorId | null]
>([
  ['from whom has it', { claim: anas, by: ben, from: ana, now: 2_000 }, ben],
  ['what is free', { claim: null, by: ben, from: null, now: 2_000 }, ben],
  ['one’s own', { claim: anas, by: ana, from: null, now: 2_000 }, ana],
  ['what timed out, as free', { claim: anas, by: ben, from: null, now: late }, ben],
  ['from somebody who has it no longer', { claim: anas, by: ben, from: cleo, now: 2_000 }, null],
  ['what somebody took meanwhile, as free', { claim: anas, by: ben, from: null, now: 2_000 }, null],
  ['from somebody whose claim timed out', { claim: anas, by: ben, from: ana, now: late }, null],
])('taking over %s', (_, { claim, ...over }, holder) => {
  expect(takenOver(claim, over)?.operatorId ?? null).toBe(holder);
});
