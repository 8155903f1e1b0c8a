import type { RuleDefinition } from './rule-definition.ts';

/** A finding in a part of the text, before it is placed in the whole. */
export interface RawFinding {
  readonly start: number;
  readonly end: number;
  readonly match: string;
  readonly message: string;
  readonly description: string;
  readonly fixes: readonly string[];
  /** The action's parameters, as Vale reports them. */
  readonly params: readonly string[];
}

/** A rule ready to run. Every kind has one file that makes these; `compile-rule.ts` is the table of them. */
export interface CompiledRule {
  readonly definition: RuleDefinition;
  /** Findings in one part of a text. Pure; it may take long, and whoever calls it minds the time. */
  run(text: string): RawFinding[];
}
