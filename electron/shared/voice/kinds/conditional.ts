import { alwaysTried, type CompiledRule, type RuleSurroundings } from '../compiled-rule.ts';
import { compileExceptions } from '../exceptions.ts';
import { compileFindings } from '../finding.ts';
import { compilePattern } from '../pattern.ts';
import type { ConditionalDefinition } from '../rule-definition.ts';

/** How the groups begin that stand for atomic ones in a translated pattern. */
const atomicGroup = 'a';

/** As Vale counts: an opening bracket that begins no `(?...)` and is no `\(`. */
function hasGroup(pattern: string): boolean {
  const count = (part: string) => pattern.split(part).length - 1;
  return count('(') > count('(?') + count('\\(');
}

/**
 * `conditional`: what is found by `first` must have been introduced by `second` (https://vale.sh/docs/checks/conditional).
 * Where `second` has a group, what it captures in this part or an earlier one is introduced: "World Health Organization
 * (WHO)". Where it has none, `second` must appear in the same part.
 *
 * @throws PatternError, ActionError
 */
export function compileConditional(
  rule: ConditionalDefinition,
  { accepted }: RuleSurroundings,
): CompiledRule {
  const first = compilePattern(rule.first);
  const second = compilePattern(rule.second);
  const introduces = hasGroup(rule.second);
  const exceptions = compileExceptions(rule, accepted);
  const findingOf = compileFindings(rule);

  const introduced = (text: string): string[] =>
    second
      .all(text)
      .flatMap(({ groups }) =>
        Object.entries(groups).flatMap(([name, captured = '']) =>
          captured === '' || name.startsWith(atomicGroup) ? [] : [captured],
        ),
      );

  return {
    definition: rule,
    needs: alwaysTried,
    run({ text }) {
      if (!introduces && second.test(text)) return { findings: [] };
      return {
        facts: introduces ? introduced(text) : [],
        findings: first
          .all(text)
          .filter((match) => !exceptions.excuse(match, text))
          .map((match) => findingOf(match)),
      };
    },
    settle(parts) {
      const known = new Set<string>();
      return parts.map(({ findings, facts = [] }) => {
        for (const fact of facts) known.add(fact);
        return findings.filter(({ match }) => !known.has(match));
      });
    },
  };
}
