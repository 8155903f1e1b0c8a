import { useTranslation } from 'react-i18next';
import type { ErrorShape } from '../../../electron/shared/errors.ts';
import { ruleProblemReasons, type RuleProblem } from '../../../electron/shared/voice/rule-problem.ts';

/** What is wrong with a rule, in a sentence. */
export function useProblemText(): (problem: RuleProblem) => string {
  const { t } = useTranslation('voice');
  return ({ reason, detail, line }) => {
    const sentence = t(`problem.${reason}`, { detail });
    return line > 0 ? t('problem.atLine', { line, sentence }) : sentence;
  };
}

const templateReasons = ['syntax', 'unknown-tag', 'unknown-filter', 'unknown-variable', 'limit'] as const;

/** What is wrong with a template, in a sentence; null where the failure is of another kind. */
export function useTemplateProblemText(): (failure: ErrorShape) => string | null {
  const { t } = useTranslation('voice');
  return ({ code, detail }) => {
    const reason = templateReasons.find((known) => known === detail['reason']);
    if (code !== 'template-invalid' || !reason) return null;
    const sentence = t(`templateProblem.${reason}`, { detail: String(detail['detail']) });
    const line = Number(detail['line']);
    return line > 0 ? t('problem.atLine', { line, sentence }) : sentence;
  };
}

/** The rule that a refused guide names. */
export function ruleProblemOf({ code, detail }: ErrorShape): RuleProblem | null {
  const reason = ruleProblemReasons.find((known) => known === detail['reason']);
  if (code !== 'guide-invalid' || !reason) return null;
  return {
    rule: String(detail['rule']),
    reason,
    detail: String(detail['detail']),
    line: Number(detail['line']),
  };
}
