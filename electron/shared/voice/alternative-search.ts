import type { NeededLiterals } from './compiled-rule.ts';
import { createLiteralSearch, type LiteralSearch } from './literal-search.ts';

/** Which alternatives of a rule a text can concern, by their numbers in order. */
export type FoundAlternatives = (rule: number) => readonly number[];

/** Says of a text which alternatives it can concern: those whose letters it has, and those that must be tried. */
export type AlternativeSearch = (text: string) => FoundAlternatives;

const none: readonly number[] = [];

/** One search for the literals of all alternatives of all rules. It is made when the first text comes. */
export function createAlternativeSearch(needsOfRules: readonly NeededLiterals[]): AlternativeSearch {
  const alternatives = needsOfRules.flatMap((needs, rule) =>
    needs.map((literals, number) => ({ rule, number, literals })),
  );
  const tried = needsOfRules.map((needs) => [...needs.keys()].filter((number) => needs[number] === null));
  let search: LiteralSearch | null = null;
  const makeSearch = () =>
    createLiteralSearch(
      alternatives.flatMap(({ literals }, owner) =>
        (literals ?? []).map((literal) => [literal, owner] as const),
      ),
    );
  return (text) => {
    search ??= makeSearch();
    const found = new Map<number, number[]>();
    for (const owner of search.ownersIn(text)) {
      const alternative = alternatives[owner];
      if (!alternative) continue;
      const { rule, number } = alternative;
      const numbers = found.get(rule);
      if (numbers) numbers.push(number);
      else found.set(rule, [...(tried[rule] ?? none), number]);
    }
    for (const numbers of found.values()) if (numbers.length > 1) numbers.sort((a, b) => a - b);
    return (rule) => found.get(rule) ?? tried[rule] ?? none;
  };
}
