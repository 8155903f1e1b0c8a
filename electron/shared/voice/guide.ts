import type { VoiceFinding } from '../voice-guides.ts';
import { assertNever } from '../assert-never.ts';
import type { CompiledRule, RawFinding } from './compiled-rule.ts';
import { compileExistence } from './existence.ts';
import { ActionError } from './fixes.ts';
import type { RuleDefinition } from './rule-definition.ts';
import { PatternError, RuleError } from './rule-problem.ts';
import { compileSubstitution } from './substitution.ts';
import { partsInScope, type TextPart } from './text-parts.ts';

/** A client's rules, ready to run. */
export interface Guide {
  readonly rules: readonly CompiledRule[];
}

/** @throws RuleError naming the first rule that can't be compiled */
export const compileGuide = (definitions: readonly RuleDefinition[]): Guide => ({
  rules: definitions.map(compileRule),
});

/** @throws RuleError */
export function compileRule(definition: RuleDefinition): CompiledRule {
  try {
    return compileKind(definition);
  } catch (error) {
    const problem = { rule: definition.name, line: 0 };
    if (error instanceof PatternError)
      throw new RuleError({ ...problem, reason: 'pattern', detail: error.message });
    if (error instanceof ActionError)
      throw new RuleError({ ...problem, reason: 'action', detail: error.message });
    throw error;
  }
}

function compileKind(definition: RuleDefinition): CompiledRule {
  switch (definition.extends) {
    case 'existence':
      return compileExistence(definition);
    case 'substitution':
      return compileSubstitution(definition);
    default:
      return assertNever(definition);
  }
}

/** A finding with what only Vale's report needs. */
export interface GuideFinding extends VoiceFinding {
  readonly action: { readonly name: string; readonly params: readonly string[] } | null;
}

/** What one rule finds in a text, placed in the whole text, at most `limit` of them. */
export function checkRule(rule: CompiledRule, text: string): GuideFinding[] {
  const { scope, limit } = rule.definition;
  const found = partsInScope(text, scope).flatMap((part) =>
    rule.run(part.text).map((finding) => placed(finding, { rule, part })),
  );
  return limit > 0 ? found.slice(0, limit) : found;
}

/** Every finding of a guide, in the order of the text. Pure; see `CompiledRule.run` about time. */
export const check = (guide: Guide, text: string): GuideFinding[] =>
  inTextOrder(guide.rules.flatMap((rule) => checkRule(rule, text)));

export const inTextOrder = <Finding extends VoiceFinding>(findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.check < b.check ? -1 : 1));

function placed(finding: RawFinding, where: { rule: CompiledRule; part: TextPart }): GuideFinding {
  const { definition } = where.rule;
  const { start, end, match, message, description, fixes, params } = finding;
  return {
    check: definition.name,
    severity: definition.level,
    start: where.part.start + start,
    end: where.part.start + end,
    match,
    message,
    description,
    link: definition.link,
    fixes,
    action: definition.action && { name: definition.action.name, params },
  };
}
