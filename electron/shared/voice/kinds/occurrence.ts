import { alwaysTried, type CompiledRule, type PartResult } from '../compiled-rule.ts';
import { compileFindings, wholeFinding } from '../finding.ts';
import { compilePattern, type Match } from '../pattern.ts';
import type { OccurrenceDefinition } from '../rule-definition.ts';

/** What code has become before rules look at it; it counts, and is never the place of a finding. */
const codeLike = /^[*@\s]*$/;

/**
 * `occurrence`: how often something may or must appear in a part (https://vale.sh/docs/checks/occurrence). There is one
 * finding at most, at the first occurrence; where there is none at all it is about the part as a whole. The message is
 * given the count.
 *
 * @throws PatternError, ActionError
 */
export function compileOccurrence(rule: OccurrenceDefinition): CompiledRule {
  const pattern = compilePattern(`${rule.ignorecase ? '(?i)' : ''}(?:${rule.token})`);
  const findingOf = compileFindings(rule);
  const isWrong = (count: number) => (rule.max > 0 && count > rule.max) || (rule.min > 0 && count < rule.min);

  const findings = (matches: readonly Match[]): PartResult['findings'] => {
    const values = [String(matches.length)];
    if (matches.length === 0) return [wholeFinding(rule, values)];
    const first = matches.find(({ text }) => !codeLike.test(text));
    return first ? [findingOf(first, values)] : [];
  };
  return {
    definition: rule,
    needs: alwaysTried,
    run({ text }) {
      return { findings: isWrong(pattern.texts(text).length) ? findings(pattern.all(text)) : [] };
    },
  };
}
