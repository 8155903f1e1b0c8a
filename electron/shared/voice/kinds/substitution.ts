import { capitalised, recased } from '../casing.ts';
import type { CompiledRule, RawFinding, RuleSurroundings } from '../compiled-rule.ts';
import { compileExceptions } from '../exceptions.ts';
import { expand } from '../fixes.ts';
import { compileMessage, toSentence, withoutDoubleQuotes } from '../message.ts';
import { compileAlternatives, compilePattern, type Match, type Pattern } from '../pattern.ts';
import type { SubstitutionDefinition } from '../rule-definition.ts';
import { createSubsetPattern } from '../subset-pattern.ts';

/** A value is a pattern of what is acceptable when it holds more than words and bars. */
const looksLikePattern = /[\\[\](){}*+?^$.]/;

/**
 * `substitution`: one wording for another (https://vale.sh/docs/checks/substitution). The longest keys come first; `$1`
 * in a value is what the key's first group matched.
 *
 * @throws PatternError, ActionError
 */
export function compileSubstitution(
  rule: SubstitutionDefinition,
  { accepted }: RuleSurroundings,
): CompiledRule {
  const swaps = rule.swap.toSorted(([a], [b]) => b.length - a.length);
  const sources = swaps.map(([observed]) => observed);
  const how = { ignoreCase: rule.ignorecase, nonword: rule.nonword };
  compileAlternatives(sources, how);
  const { needs, patternFor } = createSubsetPattern(sources, (chosen) =>
    compileAlternatives(sources, { ...how, chosen }),
  );
  const acceptable = new Map(swaps.map(([, expected]) => [expected, acceptablePattern(expected)]));
  const exceptions = compileExceptions(rule, accepted);
  const replaces = rule.action?.name === 'replace';
  const joined = replaces && rule.action?.params.length === 0;
  const message = compileMessage(joined ? withoutDoubleQuotes(rule.message) : rule.message);
  const description = compileMessage(rule.description);

  const expectedFor = (match: Match): { expected: string; value: string } | null => {
    const index = match.alternative;
    const value = swaps[index]?.[1];
    if (value === undefined) return null;
    const raised = rule.capitalize && match.text === capitalised(match.text) ? capitalised(value) : value;
    return { value, expected: expand(raised, match, `k${index}_`) };
  };
  const isFine = (match: Match, { expected, value }: { expected: string; value: string }): boolean => {
    if (replaces) return optionsOf(expected).includes(match.text);
    return expected === match.text || (acceptable.get(value)?.test(match.text) ?? false);
  };
  const findingOf = (match: Match, expected: string): RawFinding => {
    const { fixes, params } = replacementsFor(rule, { expected, observed: match.text });
    const values = [joined ? toSentence(params) : expected, match.text];
    return {
      start: match.start,
      end: match.end,
      match: match.text,
      message: message(values),
      description: description(values),
      fixes,
      params,
    };
  };

  return {
    definition: rule,
    needs,
    run: (part) => ({
      findings: (patternFor(part)?.all(part.text) ?? []).flatMap((match) => {
        const wanted = expectedFor(match);
        if (!wanted || isFine(match, wanted) || exceptions.excuse(match, part.text)) return [];
        return [findingOf(match, wanted.expected)];
      }),
    }),
  };
}

/** What can stand instead, and what Vale reports as the action's parameters. */
function replacementsFor(
  rule: SubstitutionDefinition,
  { expected, observed }: { expected: string; observed: string },
): { fixes: string[]; params: readonly string[] } {
  const { action } = rule;
  if (action?.name === 'remove') return { fixes: [''], params: action.params };
  if (action?.name === 'replace' && action.params.length > 0) {
    return { fixes: [...action.params], params: action.params };
  }
  if (action?.name !== 'replace' && looksLikePattern.test(expected)) {
    return { fixes: [], params: action?.params ?? [] };
  }
  const raised = rule.capitalize && observed === capitalised(observed);
  const options = optionsOf(expected)
    .map((option) => (raised ? capitalised(option) : option))
    .map((option) => (rule.matchcase ? recased(option, observed) : option));
  return { fixes: options, params: action?.name === 'replace' ? options : (action?.params ?? []) };
}

/** `a|b` is two options; `\|` is a bar. */
const optionsOf = (value: string): string[] =>
  value
    .split(/(?<!\\)\|/)
    .filter((option) => option !== '')
    .map((option) => option.replaceAll('\\|', '|'));

/** Without a `replace` action a value may be a pattern of acceptable wordings; one that doesn't compile is just text. */
function acceptablePattern(expected: string): Pattern | null {
  if (!looksLikePattern.test(expected) && !expected.includes('|')) return null;
  try {
    return compilePattern(`^(?:${expected})$`);
  } catch {
    return null;
  }
}
