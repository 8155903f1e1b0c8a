import { expect, it } from 'vitest';
import type { Question } from '../../../../electron/shared/quality.ts';
import { selectedByKey } from './answer-keys.ts';

const aQuestion = (rest: Partial<Question>): Question => ({
  id: 'q',
  text: 'Q',
  guidance: '',
  scale: { kind: 'binary' },
  weight: 1,
  mayBeNotApplicable: false,
  critical: 'none',
  ...rest,
});

it('gives points to their own number', () => {
  const question = aQuestion({ scale: { kind: 'points', points: 5 } });
  expect(['5', '4', '1', '6', '0'].map((key) => selectedByKey(question, key))).toEqual([5, 4, 1, null, null]);
});

it('gives yes to 1 and no to 2, and own outcomes to their place', () => {
  expect(['1', '2', '3'].map((key) => selectedByKey(aQuestion({}), key))).toEqual([1, 0, null]);
  const outcomes = [1, 0.6, 0].map((value) => ({ label: String(value), value }));
  const own = aQuestion({ scale: { kind: 'outcomes', outcomes } });
  expect(['1', '2', '3', '4'].map((key) => selectedByKey(own, key))).toEqual([0, 1, 2, null]);
});

it('gives not applicable to 0 only where the question allows it', () => {
  expect(selectedByKey(aQuestion({ mayBeNotApplicable: true }), '0')).toBe('not-applicable');
  expect(selectedByKey(aQuestion({}), '0')).toBeNull();
});
