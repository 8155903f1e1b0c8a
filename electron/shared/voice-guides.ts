import { z } from 'zod';
import { ClientId } from './ids.ts';
import type { Instant } from './time.ts';
import type { ChecklistItem } from './outbox.ts';
import { severities, type RuleDefinition, type Severity, type ValeKind } from './voice/rule-definition.ts';
import type { RuleProblem } from './voice/rule-problem.ts';

export { severities, type Severity };

/** One style file of a guide, in Vale's YAML (https://vale.sh/docs/styles), named `<Style>.<Rule>`. */
export const RuleFile = z.object({
  name: z.string().regex(/^[A-Za-z][\w-]*\.[A-Za-z][\w-]*$/),
  yaml: z.string().min(1).max(100_000),
});
export type RuleFile = z.infer<typeof RuleFile>;

export const VoiceGuideDraft = z.object({
  clientId: ClientId,
  /** What an operator reads before writing: how the brand sounds, what to do, what to avoid. */
  briefing: z.object({
    tone: z.string().max(500),
    dos: z.array(z.string().max(300)).max(20),
    donts: z.array(z.string().max(300)).max(20),
  }),
  rules: z.array(RuleFile).max(500),
  checklist: z
    .array(
      z.object({ id: z.string().min(1).max(60), text: z.string().min(1).max(200), required: z.boolean() }),
    )
    .max(50),
  /** Whether findings of severity `error` keep a reply from being sent without an override. */
  errorsBlockSending: z.boolean(),
});
export type VoiceGuideDraft = z.infer<typeof VoiceGuideDraft>;

export interface VoiceGuide extends Omit<VoiceGuideDraft, 'clientId' | 'checklist'> {
  readonly version: number;
  readonly updatedAt: Instant;
  readonly checklist: readonly ChecklistItem[];
  /** The rules as the engine takes them (`shared/voice/guide.ts`), for the page's own checking as one types. */
  readonly definitions: readonly RuleDefinition[];
  /** Rules of kinds that Liaison doesn't run; they are kept, and named wherever the guide is shown. */
  readonly unsupported: readonly UnsupportedRule[];
}

export interface UnsupportedRule {
  readonly rule: string;
  readonly kind: ValeKind;
}

/** What reading a set of rules gives before anything is saved. */
export interface InspectedRules {
  readonly definitions: readonly RuleDefinition[];
  readonly unsupported: readonly UnsupportedRule[];
  readonly problems: readonly RuleProblem[];
}

/** A finding in a text. `start` and `end` are UTF-16 offsets into the text that was checked. */
export interface VoiceFinding {
  readonly check: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly match: string;
  readonly message: string;
  readonly description: string;
  readonly link: string;
  /** Ready replacements, best first; an empty string removes the match. */
  readonly fixes: readonly string[];
}
