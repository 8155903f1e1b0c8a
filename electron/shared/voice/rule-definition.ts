import { z } from 'zod';

export const severities = ['suggestion', 'warning', 'error'] as const;
export type Severity = (typeof severities)[number];

/** Vale's extension points (https://vale.sh/docs/checks). The engine runs those that `RuleDefinition` has; `sequence` and `script` are kept and named. */
export const valeKinds = [
  'existence',
  'substitution',
  'occurrence',
  'repetition',
  'consistency',
  'conditional',
  'capitalization',
  'readability',
  'metric',
  'spelling',
  'sequence',
  'script',
] as const;
export type ValeKind = (typeof valeKinds)[number];

export const actionNames = ['replace', 'remove', 'edit', 'convert', 'suggest'] as const;

const RuleAction = z.object({ name: z.enum(actionNames), params: z.array(z.string()).default([]) });
export type RuleAction = z.infer<typeof RuleAction>;

/** What every rule has. */
const anyRule = {
  /** `<Style>.<Rule>` */
  name: z.string(),
  message: z.string(),
  description: z.string().default(''),
  level: z.enum(severities).default('warning'),
  link: z.string().default(''),
  /** Which parts of a text, any of them (`scopes.ts`); those of markup have a place in Markdown only. */
  scope: z.array(z.string()).default(['text']),
  /** The most findings in one text; 0 is no limit. */
  limit: z.int().min(0).default(0),
  action: RuleAction.nullable().default(null),
  /** The replacement takes on the case of what it replaces. */
  matchcase: z.boolean().default(false),
};
const ignorecase = z.boolean().default(false);
/** Without the word borders around the tokens. */
const nonword = z.boolean().default(false);
const excepting = {
  exceptions: z.array(z.string()).default([]),
  /** Whether the accepted vocabulary counts as exceptions. */
  vocab: z.boolean().default(true),
};

export const ExistenceDefinition = z.strictObject({
  ...anyRule,
  ...excepting,
  ignorecase,
  nonword,
  extends: z.literal('existence'),
  tokens: z.array(z.string()).default([]),
  /** Joined without anything between and put before the tokens. */
  raw: z.array(z.string()).default([]),
  /** Puts `raw` behind the tokens. */
  append: z.boolean().default(false),
});
export type ExistenceDefinition = z.infer<typeof ExistenceDefinition>;

export const SubstitutionDefinition = z.strictObject({
  ...anyRule,
  ...excepting,
  ignorecase,
  nonword,
  extends: z.literal('substitution'),
  /** `[observed, expected]` in the order of the file. */
  swap: z.array(z.tuple([z.string(), z.string()])),
  /** A replacement of capitalised text is capitalised. */
  capitalize: z.boolean().default(false),
  /** Of Vale 2, ignored by Vale 3 and by us. */
  pos: z.string().optional(),
});
export type SubstitutionDefinition = z.infer<typeof SubstitutionDefinition>;

export const OccurrenceDefinition = z.strictObject({
  ...anyRule,
  ignorecase,
  extends: z.literal('occurrence'),
  token: z.string(),
  /** More than this is too many, fewer than `min` too few; 0 is no limit. */
  max: z.int().min(0).default(0),
  min: z.int().min(0).default(0),
});
export type OccurrenceDefinition = z.infer<typeof OccurrenceDefinition>;

export const RepetitionDefinition = z.strictObject({
  ...anyRule,
  ...excepting,
  ignorecase,
  extends: z.literal('repetition'),
  tokens: z.array(z.string()),
  /** Repetitions that are let pass before one is reported. */
  max: z.int().min(0).default(0),
  /** Only what consists of letters. */
  alpha: z.boolean().default(false),
});
export type RepetitionDefinition = z.infer<typeof RepetitionDefinition>;

export const ConsistencyDefinition = z.strictObject({
  ...anyRule,
  ignorecase,
  nonword,
  extends: z.literal('consistency'),
  /** Pairs of which a text may use one. */
  either: z.array(z.tuple([z.string(), z.string()])),
});
export type ConsistencyDefinition = z.infer<typeof ConsistencyDefinition>;

export const ConditionalDefinition = z.strictObject({
  ...anyRule,
  ...excepting,
  /** Vale reads it and does nothing with it; neither do we: `(?i)` in a pattern does. */
  ignorecase,
  extends: z.literal('conditional'),
  first: z.string(),
  second: z.string(),
});
export type ConditionalDefinition = z.infer<typeof ConditionalDefinition>;

export const CapitalizationDefinition = z.strictObject({
  ...anyRule,
  ...excepting,
  extends: z.literal('capitalization'),
  /** `$title`, `$sentence`, `$lower`, `$upper` or a pattern. */
  match: z.string(),
  /** Of `$title`: `AP` or `Chicago`. */
  style: z.string().default('AP'),
  /** Of `$sentence`: endings after which a word begins anew, such as `:`. */
  indicators: z.array(z.string()).default([]),
  /** The share of words that must be right; 0 means the default of 0.8. */
  threshold: z.number().min(0).max(1).default(0),
  /** A pattern of what stands before the text that counts. */
  prefix: z.string().default(''),
});
export type CapitalizationDefinition = z.infer<typeof CapitalizationDefinition>;

export const ReadabilityDefinition = z.strictObject({
  ...anyRule,
  extends: z.literal('readability'),
  /** Names of `readingGrades`; those of other names are ignored. */
  metrics: z.array(z.string()),
  /** The highest mean of the metrics that passes. */
  grade: z.number(),
});
export type ReadabilityDefinition = z.infer<typeof ReadabilityDefinition>;

export const MetricDefinition = z.strictObject({
  ...anyRule,
  extends: z.literal('metric'),
  formula: z.string(),
  /** Put behind the formula's result: `> 10`. */
  condition: z.string(),
});
export type MetricDefinition = z.infer<typeof MetricDefinition>;

export const SpellingDefinition = z.strictObject({
  ...anyRule,
  extends: z.literal('spelling'),
  /** Without Vale's own filters. */
  custom: z.boolean().default(false),
  /** Words that match one of these patterns are not looked up. */
  filters: z.array(z.string()).default([]),
  /** Files of words that are right, by their names in the package. */
  ignore: z.array(z.string()).default([]),
  /** Adds the dictionaries named here to the default one instead of replacing it. */
  append: z.boolean().default(false),
  /** Once the rule runs, those that its package has. */
  dictionaries: z.array(z.string()).default([]),
  /** Not of the YAML: the package's own dictionaries, once the rule runs. Of a rule that names none those of languages. */
  own: z.array(z.object({ name: z.string(), dic: z.string(), aff: z.string() })).default([]),
  /** Of Vale: where dictionaries lie on the disk. They are looked for in the package; else ours come by language. */
  aff: z.string().default(''),
  dic: z.string().default(''),
  dicpath: z.string().default(''),
  exceptions: z.array(z.string()).default([]),
  /** Vale reads these and does nothing with them; so do we. */
  threshold: z.number().default(0),
  vocab: z.boolean().default(true),
  ignorecase,
});
export type SpellingDefinition = z.infer<typeof SpellingDefinition>;

/** One rule of Vale's, read from its YAML and checked. */
export const RuleDefinition = z.discriminatedUnion('extends', [
  ExistenceDefinition,
  SubstitutionDefinition,
  OccurrenceDefinition,
  RepetitionDefinition,
  ConsistencyDefinition,
  ConditionalDefinition,
  CapitalizationDefinition,
  ReadabilityDefinition,
  MetricDefinition,
  SpellingDefinition,
]);
export type RuleDefinition = z.infer<typeof RuleDefinition>;
