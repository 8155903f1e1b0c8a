import type { InspectedRules, RuleFile } from '../../../shared/voice-guides.ts';
import { valeKinds, type RuleDefinition, type ValeKind } from '../../../shared/voice/rule-definition.ts';
import { RuleError, type RuleProblem } from '../../../shared/voice/rule-problem.ts';
import { readFieldValue } from './rule-fields.ts';
import { isSupported, ruleKind } from './rule-kinds.ts';
import { createRuleYaml } from './rule-base.ts';
import type { RuleYaml } from './rule-yaml.ts';

/** Vale drops these before it decodes a rule. */
const ignored = new Set(['tests', 'code', 'name', 'path']);

/** Reads every rule; those that can't be read are problems, those of other kinds are named as unsupported. */
export function readRules(files: readonly RuleFile[]): InspectedRules {
  const definitions: RuleDefinition[] = [];
  const unsupported: { rule: string; kind: ValeKind }[] = [];
  const problems: RuleProblem[] = [];
  const seen = new Set<string>();
  const readYaml = createRuleYaml(files);
  for (const file of files) {
    try {
      if (seen.has(file.name)) throw problem(file.name, { reason: 'duplicate', detail: file.name, line: 0 });
      seen.add(file.name);
      const read = readRule(file.name, readYaml(file));
      if ('kind' in read) unsupported.push({ rule: file.name, kind: read.kind });
      else definitions.push(read);
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      problems.push(error.problem);
    }
  }
  return { definitions, unsupported, problems };
}

/**
 * A rule as the engine takes it, or its kind where the engine doesn't run that kind.
 *
 * @throws RuleError
 */
function readRule(name: string, source: RuleYaml): RuleDefinition | { kind: ValeKind } {
  const kind = readKind(name, source);
  if (!source.fields.has('message'))
    throw problem(name, { reason: 'missing-field', detail: 'message', line: 1 });
  if (!isSupported(kind)) return { kind };
  const { fields: known, needs, lenient, parse } = ruleKind(kind);
  const fields: Record<string, unknown> = { name };
  for (const [field, { value, line }] of source.fields) {
    if (ignored.has(field) || (lenient && !known.has(field))) continue;
    if (!known.has(field)) throw problem(name, { reason: 'unknown-field', detail: field, line });
    const read = readFieldValue(field, value);
    if (read === undefined) throw problem(name, { reason: 'wrong-value', detail: field, line });
    fields[field] = read;
  }
  const missing = needs.find((oneOf) => !oneOf.some((field) => source.fields.has(field)));
  if (missing) throw problem(name, { reason: 'missing-field', detail: missing[0] ?? '', line: 1 });
  const rule = parse(fields);
  if (!('wrong' in rule)) return rule;
  const line = source.fields.get(rule.wrong)?.line ?? 0;
  throw problem(name, { reason: 'wrong-value', detail: rule.wrong, line });
}

function readKind(rule: string, { fields }: RuleYaml): ValeKind {
  const field = fields.get('extends');
  if (!field) throw problem(rule, { reason: 'missing-field', detail: 'extends', line: 1 });
  const kind = valeKinds.find((known) => known === field.value);
  if (!kind) throw problem(rule, { reason: 'unknown-kind', detail: String(field.value), line: field.line });
  return kind;
}

const problem = (rule: string, about: Omit<RuleProblem, 'rule'>): RuleError =>
  new RuleError({ rule, ...about });
