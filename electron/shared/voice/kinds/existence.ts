import type { CompiledRule, RuleSurroundings } from '../compiled-rule.ts';
import { compileExceptions } from '../exceptions.ts';
import { compileFindings } from '../finding.ts';
import { neededByAll } from '../needed-literals.ts';
import { compilePattern } from '../pattern.ts';
import type { ExistenceDefinition } from '../rule-definition.ts';
import { createSubsetPattern, standAlone } from '../subset-pattern.ts';

/** The pattern that Vale joins of a rule's tokens and raw parts (vale, `internal/check/existence.go`). */
export function existencePattern(rule: ExistenceDefinition): string {
  const tokens = rule.tokens.filter((token) => token.trim() !== '');
  const bounded = !rule.nonword && rule.tokens.length > 0;
  const words = bounded ? `(?m)\\b(?:${tokens.join('|')})\\b` : `(?m)(?:${tokens.join('|')})`;
  const raw = rule.raw.join('');
  return (rule.ignorecase ? '(?i)' : '') + (rule.append ? words + raw : raw + words);
}

/**
 * `existence`: what must not be there (https://vale.sh/docs/checks/existence).
 *
 * @throws PatternError, ActionError
 */
export function compileExistence(rule: ExistenceDefinition, { accepted }: RuleSurroundings): CompiledRule {
  const tokens = rule.tokens.filter((token) => token.trim() !== '');
  const whole = compilePattern(existencePattern(rule));
  const parts = rule.raw.length === 0 && standAlone(tokens);
  const subset = parts
    ? createSubsetPattern(tokens, (chosen) =>
        compilePattern(existencePattern({ ...rule, tokens: chosen.map((index) => tokens[index] ?? '') })),
      )
    : { needs: [rule.raw.length === 0 ? neededByAll(tokens) : null], patternFor: () => whole };
  const exceptions = compileExceptions(rule, accepted);
  const findingOf = compileFindings(rule);
  return {
    definition: rule,
    needs: subset.needs,
    run: (part) => ({
      findings: (subset.patternFor(part)?.all(part.text) ?? [])
        .filter((match) => !exceptions.excuse(match, part.text))
        .map((match) => findingOf(match)),
    }),
  };
}
