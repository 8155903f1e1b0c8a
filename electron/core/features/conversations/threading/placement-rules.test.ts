import { expect, test } from 'vitest';
import type { ConversationId } from '../../../../shared/ids.ts';
import { scoresOf, type Evidence } from './placement-rules.ts';

const [a, b, c] = ['a', 'b', 'c'] as unknown as [ConversationId, ConversationId, ConversationId];
const speaking = (id: ConversationId, details: Partial<Evidence> = {}): Evidence => ({
  id,
  by: 'names',
  nth: 0,
  ownWords: true,
  tookPart: true,
  goesOn: true,
  sameAlias: true,
  sameSender: true,
  ours: false,
  ...details,
});
const ranked = (...evidence: Evidence[]) => scoresOf(evidence).map(({ id }) => id);

test('what it answers outweighs what was answered before, the sender and the address', () => {
  expect(
    ranked(speaking(a, { nth: 1 }), speaking(b, { nth: 0, sameSender: false, sameAlias: false })),
  ).toEqual([b, a]);
  expect(ranked(speaking(a, { nth: 99 }), speaking(b, { by: 'named' }))).toEqual([a, b]);
  expect(ranked(speaking(a, { by: 'subject' }), speaking(b, { by: 'named', sameSender: false }))).toEqual([
    b,
    a,
  ]);
});

test('what somebody else wrote to both pulls nothing to itself', () => {
  expect(ranked(speaking(a, { nth: 99 }), speaking(b, { ownWords: false }))).toEqual([a, b]);
  expect(ranked(speaking(a, { by: 'named' }), speaking(b, { nth: 99, ownWords: false }))).toEqual([b, a]);
});

test('between equals the sender decides, then the address it came to', () => {
  const subject = { by: 'subject' } as const;
  expect(
    ranked(
      speaking(a, { ...subject, sameAlias: false }),
      speaking(b, { ...subject, sameSender: false }),
      speaking(c, subject),
    ),
  ).toEqual([c, a, b]);
});

test('whoever took no part stays out, even where something else speaks for it', () => {
  expect(ranked(speaking(a, { tookPart: false }), speaking(a, { by: 'named' }))).toEqual([]);
  expect(ranked(speaking(a, { by: 'named', tookPart: false }))).toEqual([]);
  expect(ranked(speaking(a, { tookPart: false }), speaking(a, { nth: 1 }))).toEqual([a]);
});

test('another subject begins a topic of its own, unless an earlier message had that subject', () => {
  expect(ranked(speaking(a, { goesOn: false }))).toEqual([]);
  expect(ranked(speaking(a, { goesOn: false }), speaking(a, { nth: 3 }))).toEqual([a]);
  expect(ranked(speaking(a, { goesOn: false }), speaking(b, { nth: 1 }))).toEqual([b]);
});

test('a conversation hangs together by us where a message that counts is ours', () => {
  expect(scoresOf([speaking(a), speaking(a, { nth: 1, ours: true })])[0]?.ours).toBe(true);
  expect(scoresOf([speaking(a), speaking(a, { nth: 1, ours: true, goesOn: false })])[0]?.ours).toBe(false);
});
