import { expect, test } from 'vitest';
import { createRandom } from '../../../shared/demo/random.ts';
import type { OperatorId } from '../../../shared/ids.ts';
import { afterGiving, chooseFor, goesBack, roomOf, type Candidate } from './rules.ts';

const id = (name: string) => name as OperatorId;
const somebody = (name: string, details: Partial<Candidate> = {}): Candidate => ({
  operatorId: id(name),
  inHand: 0,
  capacity: 10,
  turn: 0,
  ...details,
});

interface Choice {
  readonly people: readonly Candidate[];
  readonly by: 'turns' | 'load';
  readonly lastOwner?: string;
  readonly to: string | null;
}

test.each<[string, Choice]>([
  ['nobody at all', { people: [], by: 'turns', to: null }],
  [
    'nobody with room',
    { people: [somebody('a', { inHand: 10 }), somebody('b', { capacity: 0 })], by: 'load', to: null },
  ],
  [
    'whose turn was longest ago',
    { people: [somebody('a', { turn: 3 }), somebody('b', { turn: 1 })], by: 'turns', to: 'b' },
  ],
  ['who never had a turn', { people: [somebody('a', { turn: 1 }), somebody('b')], by: 'turns', to: 'b' }],
  [
    'who has the least part of their measure',
    {
      people: [somebody('a', { inHand: 2 }), somebody('b', { inHand: 1, capacity: 4 })],
      by: 'load',
      to: 'a',
    },
  ],
  [
    'whose turn it is among equal loads',
    { people: [somebody('a', { turn: 2 }), somebody('b', { turn: 1 })], by: 'load', to: 'b' },
  ],
  [
    'the last owner, out of turn',
    { people: [somebody('a'), somebody('b', { turn: 9, inHand: 9 })], by: 'turns', lastOwner: 'b', to: 'b' },
  ],
  [
    'not a last owner without room',
    { people: [somebody('a'), somebody('b', { inHand: 10 })], by: 'turns', lastOwner: 'b', to: 'a' },
  ],
  ['not a last owner who is not there', { people: [somebody('a')], by: 'load', lastOwner: 'b', to: 'a' }],
])('it goes to %s', (_, { people, by, lastOwner, to }) => {
  const owner = lastOwner === undefined ? null : id(lastOwner);
  expect(chooseFor(people, { by, lastOwner: owner })).toBe(to);
  expect(chooseFor(people.toReversed(), { by, lastOwner: owner })).toBe(to);
});

/** Gives away `count` conversations and says who got how many. */
function giveAll(people: readonly Candidate[], by: 'turns' | 'load', count: number) {
  let now = people;
  const given = new Map(people.map(({ operatorId }) => [operatorId, 0]));
  for (let each = 0; each < count; each += 1) {
    const to = chooseFor(now, { by, lastOwner: null });
    if (to === null) break;
    given.set(to, (given.get(to) ?? 0) + 1);
    now = afterGiving(now, to);
  }
  return { given, now };
}

const spreadOf = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

test('by turns nobody is ever more than one ahead, while all have room', () => {
  const random = createRandom('turns');
  for (let round = 0; round < 300; round += 1) {
    const people = Array.from({ length: random.between(1, 9) }, (_, at) =>
      somebody(`p${at}`, { capacity: 500, inHand: random.between(0, 20) }),
    );
    const { given } = giveAll(people, 'turns', random.between(0, 200));
    expect(spreadOf([...given.values()])).toBeLessThanOrEqual(1);
  }
});

test('by load all come to the same part of their measure, and those who had less are filled up first', () => {
  const random = createRandom('load');
  for (let round = 0; round < 300; round += 1) {
    const people = Array.from({ length: random.between(2, 9) }, (_, at) =>
      somebody(`p${at}`, { capacity: random.between(1, 40), inHand: 0 }),
    );
    const { now } = giveAll(people, 'load', random.between(0, 150));
    // Whoever got the last one stood no higher than anybody else: none is ahead by more than one conversation's worth.
    for (const ahead of now)
      for (const other of now)
        expect((ahead.inHand - 1) * other.capacity).toBeLessThanOrEqual(other.inHand * ahead.capacity);
  }
});

test('nobody gets more than their capacity, nothing is left while there is room, and the order of names says nothing', () => {
  const random = createRandom('capacity');
  for (let round = 0; round < 300; round += 1) {
    const people = Array.from({ length: random.between(0, 7) }, (_, at) =>
      somebody(`p${at}`, {
        capacity: random.between(0, 6),
        inHand: random.between(0, 8),
        turn: random.between(0, 3),
      }),
    );
    const count = random.between(0, 40);
    for (const by of ['turns', 'load'] as const) {
      const { given, now } = giveAll(people, by, count);
      const sum = [...given.values()].reduce((all, each) => all + each, 0);
      expect(sum).toBe(Math.min(count, roomOf(people)));
      for (const { operatorId, inHand, capacity } of now)
        expect(inHand <= capacity || given.get(operatorId) === 0).toBe(true);
      const shuffled = people.toSorted(() => random.next() - 0.5);
      expect(new Map([...giveAll(shuffled, by, count).given].toSorted())).toEqual(
        new Map([...given].toSorted()),
      );
    }
  }
});

const there = { unable: false, awaySince: null, reopenedAt: null };
test.each([
  ['theirs, and they are there', there, 'hand-on', false],
  ['who may not answer any more', { ...there, unable: true }, 'keep', true],
  ['away, where it stays theirs', { ...there, awaySince: 100 }, 'keep', false],
  ['away, where others get it', { ...there, awaySince: 100 }, 'hand-on', true],
  ['reopened while they are away', { ...there, awaySince: 100, reopenedAt: 150 }, 'keep', true],
  ['reopened before they left', { ...there, awaySince: 100, reopenedAt: 50 }, 'keep', false],
] as const)('%s', (_, holding, whenAway, back) => {
  expect(goesBack(holding, whenAway)).toBe(back);
});
