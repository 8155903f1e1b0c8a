import { z } from 'zod';
import type { ConversationId, OperatorId } from './ids.ts';
import { ClientId } from './ids.ts';
import type { Instant } from './time.ts';
import type { ChecklistItem } from './outbox.ts';
import { GuideConfig } from './voice/guide-config.ts';
import { GuideLines } from './voice/guide-lines.ts';
import { largestRule, type LeftOut } from './voice/package-parts.ts';
import { severities, type RuleDefinition, type Severity, type ValeKind } from './voice/rule-definition.ts';
import type { RuleProblem } from './voice/rule-problem.ts';
import type { GuideSettings } from './voice/settings.ts';
import type { WrittenField } from './voice/written.ts';

export { severities, type Severity };

/** One style file of a guide, in Vale's YAML (https://vale.sh/docs/styles), named `<Style>.<Rule>`, with the folders between. */
export const RuleFile = z.object({
  name: z
    .string()
    .max(200)
    .regex(/^[A-Za-z0-9][\w-]*(?:\.[A-Za-z0-9][\w-]*)+$/),
  yaml: z.string().min(1).max(largestRule),
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
  /** Of a Vale package: its `.vale.ini`, vocabularies and lists of words. */
  config: GuideConfig.prefault({}),
  /** What the guide says beside its rules, each line a rule of its own. */
  lines: GuideLines.default([]),
  /** Whether another person than its writer has to approve a change of the guide. The guide in force says so. */
  fourEyes: z.boolean().default(false),
});
export type VoiceGuideDraft = z.infer<typeof VoiceGuideDraft>;
/** As it may be given: what has a default can be left out. */
export type VoiceGuideInput = z.input<typeof VoiceGuideDraft>;
/** What a version of a guide says. */
export type GuideBody = Omit<VoiceGuideDraft, 'clientId'>;

/** draft: being written; submitted: waits for somebody who may approve; published: in force, or was. */
export const guideStates = ['draft', 'submitted', 'published'] as const;
export type GuideState = (typeof guideStates)[number];

/** `returned`: sent back to its writer, with a comment. */
export type GuideStepKind = 'drafted' | 'submitted' | 'returned' | 'published' | 'restored';

/** One line of a guide's history, newest first. */
export interface GuideStep {
  readonly version: number;
  readonly step: GuideStepKind;
  readonly comment: string;
  readonly at: Instant;
  readonly operatorId: OperatorId | null;
  /** What the version says. */
  readonly body: GuideBody;
}

export interface GuideHistory {
  readonly steps: readonly GuideStep[];
  /** Where the next page begins; null: this is all. */
  readonly next: number | null;
}

/** The version that is being worked on, newer than the one in force. */
export interface PendingGuide {
  readonly version: number;
  readonly state: Exclude<GuideState, 'published'>;
  readonly body: GuideBody;
  readonly updatedAt: Instant;
  readonly updatedBy: OperatorId | null;
  /** Why it was sent back, while that is the last thing that happened to it. */
  readonly returnedFor: string | null;
}

/** The rules of a guide as they run on the replies of one conversation, now. */
export interface RunningRules {
  readonly version: number;
  readonly definitions: readonly RuleDefinition[];
  readonly settings: GuideSettings;
  /** What the customer reads, as far as it is known: the language of a text that is too short to tell. */
  readonly locale: string | null;
  readonly errorsBlockSending: boolean;
}

/** A reply that a change of the guide would judge differently. */
export interface EffectExample {
  readonly conversationId: ConversationId;
  readonly at: Instant;
  readonly field: WrittenField;
  readonly match: string;
  readonly message: string;
  /** The words around it. */
  readonly excerpt: string;
}

export interface RuleEffect {
  readonly check: string;
  /** Alerts that would be new, and alerts that would be gone. */
  readonly added: number;
  readonly gone: number;
  /** Alerts under the guide as it would be. */
  readonly after: number;
  readonly addedExamples: readonly EffectExample[];
  readonly goneExamples: readonly EffectExample[];
}

/** What a change would have meant for what was sent last. */
export interface GuideEffect {
  readonly replies: number;
  /** Replies with at least one new, and with at least one gone alert. */
  readonly withAdded: number;
  readonly withGone: number;
  readonly before: number;
  readonly after: number;
  /** Rules that make a difference, the greatest first. */
  readonly rules: readonly RuleEffect[];
  /** Rules that had to be stopped on some reply, by name. */
  readonly stopped: readonly string[];
}

/** What is in a Vale package, as it would be put into a guide. */
export interface ReadPackage {
  readonly rules: readonly RuleFile[];
  readonly config: GuideConfig;
  /** What only Liaison writes; null in a package of another hand. */
  readonly own: Omit<GuideBody, 'rules' | 'config'> | null;
  /** What of it has no place in a guide. */
  readonly left: readonly LeftOut[];
}

export interface VoiceGuide extends Omit<GuideBody, 'checklist'> {
  readonly version: number;
  readonly updatedAt: Instant;
  readonly checklist: readonly ChecklistItem[];
  /** The rules as the engine takes them (`shared/voice/guide.ts`), for the page's own checking as one types. */
  readonly definitions: readonly RuleDefinition[];
  readonly settings: GuideSettings;
  /** Rules of kinds that Liaison doesn't run; they are kept, and named wherever the guide is shown. */
  readonly unsupported: readonly UnsupportedRule[];
}

export interface UnsupportedRule {
  readonly rule: string;
  readonly kind: ValeKind;
}

/** What reading a set of rules gives before anything is saved. */
export interface InspectedRules {
  readonly settings?: GuideSettings;
  /** Lines that are examples of the voice and go against a rule of it: the line and the first rule. */
  readonly examples?: readonly { readonly line: number; readonly check: string }[];
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
