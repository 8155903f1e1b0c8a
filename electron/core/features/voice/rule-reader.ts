import type { InspectedRules, RuleFile } from '../../../shared/voice-guides.ts';
import {
  actionNames,
  ExistenceDefinition,
  severities,
  SubstitutionDefinition,
  valeKinds,
  type RuleDefinition,
  type ValeKind,
} from '../../../shared/voice/rule-definition.ts';
import { RuleError, type RuleProblem } from '../../../shared/voice/rule-problem.ts';
import { readRuleYaml, type RuleField, type RuleYaml } from './rule-yaml.ts';

const flags = new Set(['matchcase', 'ignorecase', 'nonword', 'vocab', 'append', 'capitalize']);
const lists = new Set(['scope', 'exceptions', 'tokens', 'raw']);
const texts = new Set(['message', 'description', 'link', 'pos']);
/** Vale drops these before it decodes a rule. */
const ignored = new Set(['tests', 'code', 'name', 'path']);

const fieldsOfKind = {
  existence: Object.keys(ExistenceDefinition.shape),
  substitution: Object.keys(SubstitutionDefinition.shape),
} as const;
type SupportedKind = keyof typeof fieldsOfKind;
const isSupported = (kind: ValeKind): kind is SupportedKind => kind in fieldsOfKind;

/** Reads every rule; those that can't be read are problems, those of other kinds are named as unsupported. */
export function readRules(files: readonly RuleFile[]): InspectedRules {
  const definitions: RuleDefinition[] = [];
  const unsupported: { rule: string; kind: ValeKind }[] = [];
  const problems: RuleProblem[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    try {
      if (seen.has(file.name)) throw problem(file.name, { reason: 'duplicate', detail: file.name, line: 0 });
      seen.add(file.name);
      const read = readRule(file);
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
function readRule({ name, yaml }: RuleFile): RuleDefinition | { kind: ValeKind } {
  const source = readRuleYaml(name, yaml);
  const kind = readKind(name, source);
  if (!source.fields.has('message'))
    throw problem(name, { reason: 'missing-field', detail: 'message', line: 1 });
  if (!isSupported(kind)) return { kind };
  const fields: Record<string, unknown> = { name };
  for (const [field, { value, line }] of source.fields) {
    if (ignored.has(field)) continue;
    if (!fieldsOfKind[kind].includes(field))
      throw problem(name, { reason: 'unknown-field', detail: field, line });
    fields[field] = readField({ rule: name, field, value, line });
  }
  if (kind === 'substitution' && !source.fields.has('swap')) {
    throw problem(name, { reason: 'missing-field', detail: 'swap', line: 1 });
  }
  const definition =
    kind === 'existence' ? ExistenceDefinition.parse(fields) : SubstitutionDefinition.parse(fields);
  if (kind === 'existence' && !source.fields.has('tokens') && !source.fields.has('raw')) {
    throw problem(name, { reason: 'missing-field', detail: 'tokens', line: 1 });
  }
  return definition;
}

function readKind(rule: string, { fields }: RuleYaml): ValeKind {
  const field = fields.get('extends');
  if (!field) throw problem(rule, { reason: 'missing-field', detail: 'extends', line: 1 });
  const kind = valeKinds.find((known) => known === field.value);
  if (!kind) throw problem(rule, { reason: 'unknown-kind', detail: String(field.value), line: field.line });
  return kind;
}

function readField({ rule, field, value, line }: RuleField & { rule: string; field: string }): unknown {
  const wrong = () => problem(rule, { reason: 'wrong-value', detail: field, line });
  if (field === 'extends' || texts.has(field)) return typeof value === 'string' ? value : (value ?? '');
  if (flags.has(field)) {
    if (value !== 'true' && value !== 'false') throw wrong();
    return value === 'true';
  }
  if (lists.has(field)) return listOf(value) ?? raise(wrong());
  if (field === 'level') return severities.find((level) => level === value) ?? raise(wrong());
  if (field === 'limit') return /^\d{1,6}$/.test(String(value)) ? Number(value) : raise(wrong());
  if (field === 'swap') return pairsOf(value) ?? raise(wrong());
  return readAction(value) ?? raise(wrong());
}

function listOf(value: unknown): string[] | null {
  if (value === null) return [];
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value) || value.some((item) => item !== null && typeof item !== 'string')) return null;
  return value.map((item: string | null) => item ?? '');
}

function pairsOf(value: unknown): [string, string][] | null {
  if (!Array.isArray(value)) return null;
  const pairs = value.map((pair: unknown): [string, string] | null => {
    if (!Array.isArray(pair) || pair.length !== 2) return null;
    const [key, text] = pair as unknown[];
    return typeof key === 'string' && (text === null || typeof text === 'string') ? [key, text ?? ''] : null;
  });
  return pairs.every((pair) => pair !== null) ? pairs : null;
}

function readAction(value: unknown): { name: string; params: string[] } | null {
  const fields = Array.isArray(value) ? new Map(value as [string, unknown][]) : new Map<string, unknown>();
  const name = actionNames.find((known) => known === fields.get('name'));
  const params = listOf(fields.get('params') ?? null);
  return name && params ? { name, params } : null;
}

const problem = (rule: string, about: Omit<RuleProblem, 'rule'>): RuleError =>
  new RuleError({ rule, ...about });

function raise(error: Error): never {
  throw error;
}
