/** What can be wrong with a rule. `detail` of the problem names the field, the kind, the other rule or the pattern. */
export const ruleProblemReasons = [
  'yaml',
  'missing-field',
  'unknown-field',
  'wrong-value',
  'unknown-kind',
  'no-base',
  'action',
  'pattern',
  'expression',
  'runaway',
  'duplicate',
  'settings',
] as const;
export type RuleProblemReason = (typeof ruleProblemReasons)[number];

export interface RuleProblem {
  /** `<Style>.<Rule>` */
  readonly rule: string;
  readonly reason: RuleProblemReason;
  readonly detail: string;
  /** In the rule's YAML, from 1; 0 where it can't be told. */
  readonly line: number;
}

/** Thrown where a rule can't be compiled; the guide's owner turns it into a `guide-invalid`. */
export class RuleError extends Error {
  readonly problem: RuleProblem;
  constructor(problem: RuleProblem) {
    super(`${problem.rule}: ${problem.reason}: ${problem.detail}`);
    this.name = 'RuleError';
    this.problem = problem;
  }
}

/** A pattern that the engine's dialect doesn't know, or that isn't well formed. */
export class PatternError extends Error {
  constructor(pattern: string, why: string) {
    super(`${pattern.length > 120 ? `${pattern.slice(0, 117)}...` : pattern}: ${why}`);
    this.name = 'PatternError';
  }
}
