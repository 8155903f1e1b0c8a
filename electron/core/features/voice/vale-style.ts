import { RuleDefinition } from '../../../shared/voice/rule-definition.ts';

/**
 * The style that Vale has built in (https://vale.sh/docs/styles/#built-in-style): words said twice, spelling, and the
 * vocabulary's terms, written as they are accepted and avoided where they are rejected.
 */
export function valeStyle({
  accept,
  reject,
}: {
  accept: readonly string[];
  reject: readonly string[];
}): RuleDefinition[] {
  const rules: unknown[] = [
    {
      name: 'Vale.Repetition',
      extends: 'repetition',
      message: "'%s' is repeated!",
      level: 'error',
      ignorecase: true,
      alpha: true,
      action: { name: 'edit', params: ['truncate', ' '] },
      tokens: ['[^\\s.!?]+'],
    },
    {
      name: 'Vale.Spelling',
      extends: 'spelling',
      message: "Did you really mean '%s'?",
      level: 'error',
      action: { name: 'suggest', params: ['spellings'] },
    },
  ];
  if (accept.length > 0) {
    const swap = [...new Map(accept.map((term) => [term.toLowerCase(), term])).entries()];
    const message = "Use '%s' instead of '%s'.";
    rules.push({
      name: 'Vale.Terms',
      extends: 'substitution',
      message,
      level: 'error',
      ignorecase: true,
      vocab: false,
      swap,
    });
  }
  if (reject.length > 0) {
    rules.push({
      name: 'Vale.Avoid',
      extends: 'existence',
      message: "Avoid using '%s'.",
      level: 'error',
      tokens: reject,
    });
  }
  return rules.map((rule) => RuleDefinition.parse(rule));
}
