import { alwaysTried, type CompiledRule } from '../compiled-rule.ts';
import { wholeFinding } from '../finding.ts';
import { meanGrade } from '../reading-grades.ts';
import type { ReadabilityDefinition } from '../rule-definition.ts';
import { measureText } from '../text-measures.ts';

/**
 * `readability`: a text that asks for more schooling than `grade` (https://vale.sh/docs/checks/readability). It measures
 * the whole text's prose unless a scope other than `text` is named. The message is given the grade.
 */
export function compileReadability(rule: ReadabilityDefinition): CompiledRule {
  return {
    definition: rule,
    needs: alwaysTried,
    run({ text }) {
      const grade = meanGrade(measureText(text), rule.metrics);
      return {
        findings: grade !== null && grade > rule.grade ? [wholeFinding(rule, [grade.toFixed(2)])] : [],
      };
    },
  };
}
