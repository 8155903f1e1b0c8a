import { describe, expect, it } from 'vitest';
import { ScorecardForm, type Answer, type Question } from './quality.ts';
import { fractionOf, internalQualityScore, scoreOf } from './scoring.ts';

const aQuestion = (id: string, rest: Partial<Question> = {}): Question => ({
  id,
  text: id,
  guidance: '',
  scale: { kind: 'binary' },
  weight: 1,
  mayBeNotApplicable: true,
  critical: 'none',
  ...rest,
});
const aForm = (questions: readonly Question[], rest: Partial<ScorecardForm> = {}): ScorecardForm => ({
  weighting: 'normalised',
  notApplicable: 'excluded',
  passAt: 0.8,
  sections: [{ id: 'one', title: 'One', weight: 1, questions: [...questions] }],
  ...rest,
});
const answer = (selections: Record<string, Answer['selected']>): Answer[] =>
  Object.entries(selections).map(([questionId, selected]) => ({ questionId, selected }));

describe('published examples', () => {
  it('Zendesk QA IQS: 100, 9.91, 63.96, 90.99 and 0 make 52.97', () => {
    const weights = { a: 0.05, b: 0.5, c: 1, d: 2, e: 2 };
    const form = aForm(Object.entries(weights).map(([id, weight]) => aQuestion(id, { weight })));
    const scores = [
      { a: 1, b: 1, c: 1, d: 1, e: 1 },
      { a: 1, b: 1, c: 0, d: 0, e: 0 },
      { a: 1, b: 1, c: 1, d: 1, e: 0 },
      { a: 1, b: 0, c: 1, d: 1, e: 1 },
      { a: 0, b: 0, c: 0, d: 0, e: 0 },
    ].map((selections) => scoreOf(form, answer(selections)).value);
    expect(scores.map((score) => Number(((score ?? 0) * 100).toFixed(2)))).toEqual([
      100, 9.91, 63.96, 90.99, 0,
    ]);
    expect(Number(((internalQualityScore(scores) ?? 0) * 100).toFixed(2))).toBe(52.97);
  });

  it('Genesys p=144862: raw points 60 %, where normalised weights give 66.67 %', () => {
    const sections = [
      { id: 'g1', title: 'Group 1', weight: 40, questions: [aQuestion('a'), aQuestion('b')] },
      { id: 'g2', title: 'Group 2', weight: 20, questions: [aQuestion('c')] },
    ];
    const answers = answer({ a: 1, b: 0, c: 1 });
    expect(scoreOf(aForm([], { sections, weighting: 'raw-points' }), answers).value).toBe(0.6);
    expect(scoreOf(aForm([], { sections }), answers).value).toBe(0.666667);
  });

  it('MiaRec: ten 5-point questions, one No is 45/50; one N/A instead is 45/45', () => {
    const ids = Array.from({ length: 10 }, (_, index) => `q${index}`);
    const form = aForm(
      ids.map((id) => aQuestion(id, { weight: 5 })),
      { weighting: 'raw-points' },
    );
    const yes = Object.fromEntries(ids.map((id) => [id, 1]));
    expect(scoreOf(form, answer({ ...yes, q3: 0 }))).toMatchObject({ earned: 45, possible: 50, value: 0.9 });
    expect(scoreOf(form, answer({ ...yes, q3: 'not-applicable' }))).toMatchObject({
      earned: 45,
      possible: 45,
      value: 1,
    });
  });
});

it.each([
  [{ kind: 'binary' } as const, [1, 0], [1, 0]],
  [{ kind: 'points', points: 3 } as const, [3, 2, 1], [1, 0.5, 0]],
  [{ kind: 'points', points: 4 } as const, [4, 1], [1, 0]],
  [{ kind: 'points', points: 5 } as const, [5, 4, 3, 2, 1], [1, 0.75, 0.5, 0.25, 0]],
])('a %j scale spreads from 0 to 1', (scale, selected, fractions) => {
  expect(selected.map((choice) => fractionOf(scale, choice))).toEqual(fractions);
  expect(fractionOf(scale, 9)).toBeNull();
});

it('own outcomes are worth what the form says', () => {
  const outcomes = [
    { label: 'Solved', value: 1 },
    { label: 'Nearly', value: 0.7 },
    { label: 'No', value: 0 },
  ];
  const form = aForm([aQuestion('a', { scale: { kind: 'outcomes', outcomes } })]);
  expect(scoreOf(form, answer({ a: 1 })).value).toBe(0.7);
});

it('a form that is all N/A is unscored under either policy, never 0 or 100', () => {
  for (const notApplicable of ['excluded', 'pass'] as const) {
    const form = aForm([aQuestion('a'), aQuestion('b')], { notApplicable });
    const score = scoreOf(form, answer({ a: 'not-applicable', b: 'not-applicable' }));
    expect(score).toMatchObject({ value: null, outcome: 'unscored', missing: [] });
  }
});

it('N/A counts as a pass where the form says so', () => {
  const questions = [aQuestion('a'), aQuestion('b'), aQuestion('c')];
  const answers = answer({ a: 0, b: 1, c: 'not-applicable' });
  expect(scoreOf(aForm(questions), answers).value).toBe(0.5);
  expect(scoreOf(aForm(questions, { notApplicable: 'pass' }), answers).value).toBe(0.666667);
});

it('a failed critical question zeroes the score, or shows it and fails', () => {
  const rest = [aQuestion('b', { weight: 9 })];
  const zero = aForm([aQuestion('a', { critical: 'score-zero' }), ...rest]);
  const fail = aForm([aQuestion('a', { critical: 'outcome-fail' }), ...rest]);
  const answers = answer({ a: 0, b: 1 });
  expect(scoreOf(zero, answers)).toMatchObject({ value: 0, outcome: 'fail', criticalFailures: ['a'] });
  expect(scoreOf(fail, answers)).toMatchObject({ value: 0.9, outcome: 'fail', criticalFailures: ['a'] });
});

it('half of a critical question is not a failure', () => {
  const form = aForm([aQuestion('a', { critical: 'score-zero', scale: { kind: 'points', points: 5 } })], {
    passAt: 0.5,
  });
  expect(scoreOf(form, answer({ a: 3 }))).toMatchObject({
    value: 0.5,
    outcome: 'pass',
    criticalFailures: [],
  });
  expect(scoreOf(form, answer({ a: 2 }))).toMatchObject({ value: 0, outcome: 'fail' });
});

it('the threshold compares the rounded value', () => {
  const form = aForm([aQuestion('a'), aQuestion('b'), aQuestion('c')], { passAt: 0.666667 });
  expect(scoreOf(form, answer({ a: 1, b: 1, c: 0 }))).toMatchObject({ value: 0.666667, outcome: 'pass' });
});

it('names what has no answer, and an N/A where none is allowed is none', () => {
  const form = aForm([aQuestion('a'), aQuestion('b', { mayBeNotApplicable: false }), aQuestion('c')]);
  expect(scoreOf(form, answer({ a: 1, b: 'not-applicable' })).missing).toEqual(['b', 'c']);
});

it('unscored reviews stay out of the mean, and no review has no mean', () => {
  expect(internalQualityScore([1, null, 0.5])).toBe(0.75);
  expect(internalQualityScore([null])).toBeNull();
});

it('refuses outcome lists that do not fall from 1 to 0', () => {
  const scale = (values: number[]) => ({
    kind: 'outcomes',
    outcomes: values.map((value) => ({ label: 'x', value })),
  });
  const parse = (values: number[]) =>
    ScorecardForm.safeParse(aForm([aQuestion('a', { scale: scale(values) as never })])).success;
  expect([[1, 0.5, 0], [1, 1, 0], [0.9, 0], [1, 0.2], [1]].map(parse)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
