import type { CompiledRule, PartResult, RawFinding } from '../compiled-rule.ts';
import { compileFindings } from '../finding.ts';
import { neededByAll } from '../needed-literals.ts';
import { compilePattern, type Match, type Pattern } from '../pattern.ts';
import type { ConsistencyDefinition } from '../rule-definition.ts';

interface Pair {
  readonly pattern: Pattern;
  /** Facts: that the first, or the second, of the two has been used. */
  readonly used: readonly [string, string];
}

/**
 * `consistency`: of two spellings a text may use one (https://vale.sh/docs/checks/consistency). Once both have been
 * used, every part that uses either has one finding for the pair: for the spelling that the part uses last, at the
 * first place where the part has it, which is where Vale reports it.
 *
 * @throws PatternError, ActionError
 */
export function compileConsistency(rule: ConsistencyDefinition): CompiledRule {
  const findingOf = compileFindings(rule);
  const pairs = rule.either.map(([first, second], index): Pair => {
    const both = `(?P<first>${first})|(?P<second>${second})`;
    const words = rule.nonword ? `(?m)(?:${both})` : `(?m)\\b(?:${both})\\b`;
    return {
      pattern: compilePattern((rule.ignorecase ? '(?i)' : '') + words),
      used: [`${index} first`, `${index} second`],
    };
  });
  /** The facts begin with the number of the pair, so that `settle` can tell whose finding it is. */
  const lookFor = (
    { pattern, used }: Pair,
    text: string,
  ): { facts: string[]; finding: RawFinding | null } => {
    const matches = pattern.all(text);
    const facts = matches.map((match) => used[sideOf(match)]);
    const last = matches.at(-1);
    const place = matches.find((match) => match.text === last?.text);
    return { facts, finding: place ? findingOf(place) : null };
  };

  return {
    definition: rule,
    needs: [neededByAll(rule.either.flat())],
    run({ text }): PartResult {
      const found = pairs.map((pair) => lookFor(pair, text));
      return {
        findings: found.flatMap(({ finding }) => (finding ? [finding] : [])),
        facts: found.flatMap(({ facts }) => [...new Set(facts)]),
      };
    },
    settle(parts) {
      const known = new Set<string>();
      return parts.map(({ findings, facts = [] }) => {
        for (const fact of facts) known.add(fact);
        const usedHere = pairs.filter(({ used }) => used.some((fact) => facts.includes(fact)));
        return findings.filter((_, index) => usedHere[index]?.used.every((fact) => known.has(fact)));
      });
    },
  };
}

const sideOf = (match: Match): 0 | 1 => (match.groups['n_first'] === undefined ? 1 : 0);
