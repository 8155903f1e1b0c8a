import type { NeededLiterals, RulePart } from './compiled-rule.ts';
import { folded, neededLiterals } from './needed-literals.ts';
import type { Pattern } from './pattern.ts';
import { remembered } from '../remembered.ts';

/** Choices that are kept compiled; a text changes by one word at a time. */
const mostSubsets = 32;

interface SubsetPattern {
  readonly needs: NeededLiterals;
  /** The pattern of the alternatives that can match a part; null where none can. */
  patternFor(part: RulePart): Pattern | null;
}

/**
 * Of a pattern of many alternatives most can't match a given text, because letters that they need are not in it. The
 * pattern of those that can finds the same in a fraction of the time.
 *
 * `compile` is given the numbers of the alternatives in their order; what the others say must make no difference to them.
 */
export function createSubsetPattern(
  sources: readonly string[],
  compile: (chosen: readonly number[]) => Pattern,
): SubsetPattern {
  const needs = sources.map(neededLiterals);
  const compiled = remembered((key: string) => compile(key.split(' ').map(Number)), mostSubsets);
  return {
    needs,
    patternFor({ text, alternatives }) {
      const chosen = alternatives ?? choose(needs, folded(text));
      return chosen.length === 0 ? null : compiled(chosen.join(' '));
    },
  };
}

const choose = (needs: NeededLiterals, searched: string): number[] =>
  [...needs.keys()].filter((index) => {
    const literals = needs[index];
    return !literals || literals.some((literal) => searched.includes(literal));
  });

/** Whether alternatives that are simply joined stand each for itself: none sets a flag, or refers to a group by number or name. */
export const standAlone = (sources: readonly string[]): boolean =>
  sources.every((source) => !/\(\?(?:[imsnx-]|P=)|\\[1-9k]/.test(source));
