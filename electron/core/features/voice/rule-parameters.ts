import { RuleDefinition } from '../../../shared/voice/rule-definition.ts';
import { settingsName } from '../../../shared/voice/incremental-check.ts';
import { RuleError } from '../../../shared/voice/rule-problem.ts';
import { readFieldValue } from './rule-fields.ts';

/** A line of a `.vale.ini` that sets one field of a rule: `Std.Readability.SentenceLength[max] = 30`. */
export interface RuleParameter {
  readonly rule: string;
  readonly field: string;
  readonly value: string;
  /** Of the settings, from 1. */
  readonly line: number;
}

const key = /^([^[\]]+)\[([^[\]]+)\]$/;

/** Null for a line that is about something else. */
export function parameterOf(entry: { key: string; value: string; line: number }): RuleParameter | null {
  const [, rule, field] = key.exec(entry.key) ?? [];
  return rule && field ? { rule, field: field.toLowerCase(), value: entry.value, line: entry.line } : null;
}

/** A level is set without brackets, and these are the rule's own prose. */
const fixed: ReadonlySet<string> = new Set(['name', 'extends', 'level', 'message', 'description', 'link']);

/**
 * A rule with the fields that the settings give it, the last word of each: numbers, switches and words, no lists
 * (https://vale.sh/blog/std, "Every dial is addressable").
 *
 * @throws RuleError `settings` for a field that can't be set so, or a value that it can't have
 */
export function withParameters(rule: RuleDefinition, parameters: readonly RuleParameter[]): RuleDefinition {
  const own = parameters.filter((each) => each.rule === rule.name);
  if (own.length === 0) return rule;
  const fields = new Map<string, unknown>(Object.entries(rule));
  for (const { field, value, line } of own) {
    const isDial = !fixed.has(field) && ['number', 'boolean', 'string'].includes(typeof fields.get(field));
    const read = isDial ? readFieldValue(field, value) : undefined;
    const set = RuleDefinition.safeParse({ ...rule, [field]: read });
    if (read === undefined || !set.success)
      throw new RuleError({
        rule: settingsName,
        reason: 'settings',
        detail: `${rule.name}[${field}] = ${value}`,
        line,
      });
    fields.set(field, read);
  }
  return RuleDefinition.parse(Object.fromEntries(fields));
}
