import { expect, it } from 'vitest';
import { Scale } from '../../../../electron/shared/quality.ts';
import { readOutcomes, scaleNames, scaleOf, writeOutcomes } from './scale-choice.ts';

it('begins every scale as one that may be saved', () => {
  for (const name of scaleNames) {
    expect(Scale.safeParse(scaleOf(name, { best: 'Yes', worst: 'No' })).success).toBe(true);
  }
});

it('reads outcomes as they are written', () => {
  const outcomes = [
    { label: 'What and when', value: 1 },
    { label: 'What, 2 of 3', value: 0.6 },
    { label: 'Neither', value: 0 },
  ];
  expect(readOutcomes(writeOutcomes(outcomes))).toEqual(outcomes);
  expect(readOutcomes('100% Ja\n\n 37,5 Fast\n0 Nein')).toEqual([
    { label: 'Ja', value: 1 },
    { label: 'Fast', value: 0.375 },
    { label: 'Nein', value: 0 },
  ]);
});

it('lets no line without its worth pass', () => {
  expect(Scale.safeParse({ kind: 'outcomes', outcomes: readOutcomes('100 Yes\nalmost\n0 No') }).success).toBe(
    false,
  );
});
