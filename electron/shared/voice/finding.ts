import { recased } from './casing.ts';
import type { RawFinding } from './compiled-rule.ts';
import { compileAction } from './fixes.ts';
import { compileMessage, toSentence } from './message.ts';
import type { RuleDefinition } from './rule-definition.ts';

/** Where a finding stands and what it says there. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Makes the findings of a rule. `values` fill the message; without them it is the match and what the action proposes. */
export type FindingMaker = (place: Place, values?: readonly string[]) => RawFinding;

/** @throws ActionError, PatternError */
export function compileFindings(rule: RuleDefinition): FindingMaker {
  const { action, matchcase } = rule;
  const fix = compileAction(action);
  const message = compileMessage(rule.message);
  const description = compileMessage(rule.description);
  const fixesOf = (match: string): string[] =>
    matchcase && action?.name === 'replace' ? fix(match).map((text) => recased(text, match)) : fix(match);

  return ({ start, end, text }, given) => {
    const fixes = fixesOf(text);
    const values = given ?? (action === null ? [text] : [text, proposed(fixes, text)]);
    return {
      start,
      end,
      match: text,
      message: message(values),
      description: description(values),
      fixes,
      params: action?.name === 'replace' ? fixes : (action?.params ?? []),
    };
  };
}

const proposed = (fixes: readonly string[], match: string): string =>
  fixes.length > 1 ? toSentence(fixes) : (fixes[0] ?? match);

/** A finding about a part as a whole: it marks no words and offers no fix. */
export const wholeFinding = (rule: RuleDefinition, values: readonly string[]): RawFinding => ({
  start: 0,
  end: 0,
  match: '',
  message: compileMessage(rule.message)(values),
  description: compileMessage(rule.description)(values),
  fixes: [],
  params: [],
});
