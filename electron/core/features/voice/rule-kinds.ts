import type { z } from 'zod';
import {
  CapitalizationDefinition,
  ConditionalDefinition,
  ConsistencyDefinition,
  ExistenceDefinition,
  MetricDefinition,
  OccurrenceDefinition,
  ReadabilityDefinition,
  RepetitionDefinition,
  SpellingDefinition,
  SubstitutionDefinition,
  type RuleDefinition,
  type ValeKind,
} from '../../../shared/voice/rule-definition.ts';

interface RuleKind {
  readonly fields: ReadonlySet<string>;
  /** Fields that a rule must have: one of each list. */
  readonly needs: readonly (readonly string[])[];
  /** Vale lets a rule of this kind have fields that it doesn't know. */
  readonly lenient: boolean;
  /** The rule, or the name of the field whose value is out of its range. */
  parse(fields: Readonly<Record<string, unknown>>): RuleDefinition | { readonly wrong: string };
}

type Definition = z.ZodType<RuleDefinition> & { readonly shape: object };

const kind = (definition: Definition, needs: RuleKind['needs']): RuleKind => ({
  fields: new Set(Object.keys(definition.shape)),
  needs,
  lenient: false,
  parse(fields) {
    const read = definition.safeParse(fields);
    return read.success ? read.data : { wrong: String(read.error.issues[0]?.path[0] ?? '') };
  },
});

/** The kinds that the engine runs. */
const ruleKinds = {
  existence: kind(ExistenceDefinition, [['tokens', 'raw']]),
  substitution: kind(SubstitutionDefinition, [['swap']]),
  occurrence: kind(OccurrenceDefinition, [['token']]),
  repetition: kind(RepetitionDefinition, [['tokens']]),
  consistency: { ...kind(ConsistencyDefinition, [['either']]), lenient: true },
  conditional: kind(ConditionalDefinition, [['first'], ['second']]),
  capitalization: kind(CapitalizationDefinition, [['match']]),
  readability: kind(ReadabilityDefinition, [['metrics'], ['grade']]),
  metric: kind(MetricDefinition, [['formula'], ['condition']]),
  spelling: {
    ...kind(SpellingDefinition, []),
    fields: new Set(Object.keys(SpellingDefinition.omit({ own: true }).shape)),
    lenient: true,
  },
} as const satisfies Readonly<Record<Exclude<ValeKind, 'sequence' | 'script'>, RuleKind>>;

type SupportedKind = keyof typeof ruleKinds;
export const isSupported = (name: ValeKind): name is SupportedKind => Object.hasOwn(ruleKinds, name);
export const ruleKind = (name: SupportedKind): RuleKind => ruleKinds[name];
