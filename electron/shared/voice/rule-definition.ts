import { z } from 'zod';

export const severities = ['suggestion', 'warning', 'error'] as const;
export type Severity = (typeof severities)[number];

/** Vale's extension points (https://vale.sh/docs/checks). The engine runs those that `RuleDefinition` has; a guide may hold them all. */
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

const common = {
  /** `<Style>.<Rule>` */
  name: z.string(),
  message: z.string(),
  description: z.string().default(''),
  level: z.enum(severities).default('warning'),
  link: z.string().default(''),
  /** Which parts of a document: of plain text only `text`, `raw`, `paragraph` and `sentence` (and negations) mean something. */
  scope: z.array(z.string()).default(['text']),
  /** The most findings in one text; 0 is no limit. */
  limit: z.int().min(0).default(0),
  action: RuleAction.nullable().default(null),
  /** The replacement takes on the case of what it replaces. */
  matchcase: z.boolean().default(false),
  ignorecase: z.boolean().default(false),
  /** Without the word borders around the tokens. */
  nonword: z.boolean().default(false),
  exceptions: z.array(z.string()).default([]),
  /** Whether the project's accepted vocabulary counts as exceptions; Liaison has no vocabulary yet, so it changes nothing. */
  vocab: z.boolean().default(true),
};

export const ExistenceDefinition = z.strictObject({
  ...common,
  extends: z.literal('existence'),
  tokens: z.array(z.string()).default([]),
  /** Joined without anything between and put before the tokens. */
  raw: z.array(z.string()).default([]),
  /** Puts `raw` behind the tokens. */
  append: z.boolean().default(false),
});
export type ExistenceDefinition = z.infer<typeof ExistenceDefinition>;

export const SubstitutionDefinition = z.strictObject({
  ...common,
  extends: z.literal('substitution'),
  /** `[observed, expected]` in the order of the file. */
  swap: z.array(z.tuple([z.string(), z.string()])),
  /** A replacement of capitalised text is capitalised. */
  capitalize: z.boolean().default(false),
  /** Of Vale 2, ignored by Vale 3 and by us. */
  pos: z.string().optional(),
});
export type SubstitutionDefinition = z.infer<typeof SubstitutionDefinition>;

/** One rule of Vale's, read from its YAML and checked. */
export const RuleDefinition = z.discriminatedUnion('extends', [ExistenceDefinition, SubstitutionDefinition]);
export type RuleDefinition = z.infer<typeof RuleDefinition>;
