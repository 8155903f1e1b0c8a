import type { NeededLiterals } from './compiled-rule.ts';
import { createLiteralSearch, type LiteralSearch } from './literal-search.ts';

/** Says which alternatives of which rules a text can concern: those whose letters it has, and those that must be tried. */
export type AlternativeSearch = (text: string) => ReadonlyMap<number, readonly number[]>;

/** One search for the literals of all alternatives of all rules. It is made when the first text comes. */
export function createAlternativeSearch(needsOfRules: readonly NeededLiterals[]): AlternativeSearch {
  const alternatives = needsOfRules.flatMap((needs, rule) =>
    needs.map((literals, number) => ({ rule, number, literals })),
  );
  const tried = alternatives.flatMap(({ literals }, owner) => (literals === null ? [owner] : []));
  let search: LiteralSearch | null = null;
  const makeSearch = () =>
    createLiteralSearch(
      alternatives.flatMap(({ literals }, owner) =>
        (literals ?? []).map((literal) => [literal, owner] as const),
      ),
    );
  return (text) => {
    search ??= makeSearch();
    // The alternatives were numbered rule by rule: in order, those of a rule are together.
    const owners = tried.concat(search.ownersIn(text)).toSorted((a, b) => a - b);
    const found = new Map<number, number[]>();
    for (const owner of owners) {
      const alternative = alternatives[owner];
      if (!alternative) continue;
      const numbers = found.get(alternative.rule);
      if (numbers) numbers.push(alternative.number);
      else found.set(alternative.rule, [alternative.number]);
    }
    return found;
  };
}
