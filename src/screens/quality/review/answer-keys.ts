import type { Answer, Question, Scale } from '../../../../electron/shared/quality.ts';
import { choicesOf } from '../../../../electron/shared/scoring.ts';

/** The key of each choice, best first: points answer to their own number, other choices to their place. */
export function keysOf(scale: Scale): { selected: number; key: string }[] {
  return choicesOf(scale).map((selected, index) => ({
    selected,
    key: String(scale.kind === 'points' ? selected : index + 1),
  }));
}

/** 0 says that a question does not apply. */
export const notApplicableKey = '0';

/** What a key answers to a question, or null where it says nothing. */
export function selectedByKey(question: Question, key: string): Answer['selected'] | null {
  if (key === notApplicableKey) return question.mayBeNotApplicable ? 'not-applicable' : null;
  return keysOf(question.scale).find((choice) => choice.key === key)?.selected ?? null;
}
