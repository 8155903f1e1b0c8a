import type { Scale } from '../../../../electron/shared/quality.ts';

export const scaleNames = ['binary', 'points-3', 'points-4', 'points-5', 'outcomes'] as const;
export type ScaleName = (typeof scaleNames)[number];
type Outcome = Extract<Scale, { kind: 'outcomes' }>['outcomes'][number];

/** A scale of that name as it begins. */
export function scaleOf(name: ScaleName, words: { best: string; worst: string }): Scale {
  switch (name) {
    case 'binary':
      return { kind: 'binary' };
    case 'points-3':
      return { kind: 'points', points: 3 };
    case 'points-4':
      return { kind: 'points', points: 4 };
    case 'points-5':
      return { kind: 'points', points: 5 };
    case 'outcomes':
      return {
        kind: 'outcomes',
        outcomes: [
          { label: words.best, value: 1 },
          { label: words.worst, value: 0 },
        ],
      };
  }
}

/** One a line: `100 Solved`. */
export const writeOutcomes = (outcomes: readonly Outcome[]): string =>
  outcomes.map(({ label, value }) => `${Math.round(value * 100)} ${label}`).join('\n');

/** The inverse; a line without a number first is worth nothing that is allowed, so that it is noticed. */
export const readOutcomes = (text: string): Outcome[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, percent, label] = /^\s*(\d+(?:[.,]\d+)?)\s*%?\s+(.*)$/.exec(line) ?? [];
      return {
        label: (label ?? line).trim(),
        value: percent === undefined ? -1 : Number(percent.replace(',', '.')) / 100,
      };
    });
