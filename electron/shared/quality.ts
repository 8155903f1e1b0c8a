import { z } from 'zod';
import type { ConversationStatus, Participant } from './conversations.ts';
import type { EventBody } from './events.ts';
import { type ConversationId, OperatorId, type ReviewId, SampleId, type ScorecardId } from './ids.ts';
import type { IgnoredFinding } from './outbox.ts';
import { Day, type Instant } from './time.ts';
import type { VoiceCounts } from './voice/score.ts';

/**
 * How a question is answered. binary: 0 or 1; points: 1 to `points`; outcomes: the position in the list, best first,
 * worth 1 down to 0 (EvaluAgent 13284840).
 */
export const Scale = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('binary') }),
  z.object({ kind: z.literal('points'), points: z.union([z.literal(3), z.literal(4), z.literal(5)]) }),
  z.object({
    kind: z.literal('outcomes'),
    outcomes: z
      .array(z.object({ label: z.string().trim().min(1).max(80), value: z.number().min(0).max(1) }))
      .min(2)
      .max(11)
      .refine((list) => list[0]?.value === 1 && list.at(-1)?.value === 0, 'from 1 down to 0')
      .refine((list) => list.every((o, i) => i === 0 || o.value < (list[i - 1]?.value ?? 0)), 'descending'),
  }),
]);
export type Scale = z.infer<typeof Scale>;

/** What failing a critical question (less than half of it) does. */
export const criticalEffects = ['none', 'score-zero', 'outcome-fail'] as const;

const shortId = z.string().min(1).max(60);
export const Question = z.object({
  id: shortId,
  text: z.string().trim().min(1).max(300),
  guidance: z.string().max(1000).default(''),
  scale: Scale,
  /** The points it is worth; its share of the section where weights are normalised. */
  weight: z.number().positive().max(1000),
  mayBeNotApplicable: z.boolean(),
  critical: z.enum(criticalEffects),
});
export type Question = z.infer<typeof Question>;

export const Section = z.object({
  id: shortId,
  title: z.string().trim().min(1).max(120),
  weight: z.number().positive().max(1000),
  questions: z.array(Question).min(1).max(50),
});
export type Section = z.infer<typeof Section>;

/**
 * normalised: a section counts for its weight however many questions it has (Zendesk QA).
 * raw-points: every point counts, times its section's weight (Genesys). The same answers give different scores.
 */
export const weightings = ['normalised', 'raw-points'] as const;

const questionsOf = (sections: readonly Section[]) => sections.flatMap((section) => section.questions);
export const ScorecardForm = z.object({
  weighting: z.enum(weightings),
  /** excluded: the denominator shrinks; pass: counts as fully met (EvaluAgent). */
  notApplicable: z.enum(['excluded', 'pass']),
  /** A score of at least this passes, 0 to 1. */
  passAt: z.number().min(0).max(1),
  sections: z
    .array(Section)
    .min(1)
    .max(20)
    .refine((sections) => {
      const ids = questionsOf(sections).map((question) => question.id);
      return new Set(ids).size === ids.length;
    }, 'question ids differ'),
});
export type ScorecardForm = z.infer<typeof ScorecardForm>;

export interface Scorecard {
  readonly id: ScorecardId;
  readonly version: number;
  readonly name: string;
  readonly form: ScorecardForm;
  readonly createdAt: Instant;
  /** A review was made with it: a change makes a new version. */
  readonly locked: boolean;
}

/** `selected` as the scale says; `not-applicable` where the question allows it. */
export const Answer = z.object({
  questionId: shortId,
  selected: z.union([z.int().min(0).max(10), z.literal('not-applicable')]),
});
export type Answer = z.infer<typeof Answer>;

export type Outcome = 'pass' | 'fail' | 'unscored';

export interface Score {
  /** 0 to 1 with six decimals, or null where nothing was answered but N/A. */
  readonly value: number | null;
  readonly outcome: Outcome;
  readonly earned: number;
  readonly possible: number;
  /** Ids of critical questions that failed. */
  readonly criticalFailures: readonly string[];
  /** Ids of questions without an answer. */
  readonly missing: readonly string[];
}

/** Days of the client's own calendar, both included. */
export const SamplePeriod = z
  .object({ from: Day, to: Day })
  .refine((period) => period.from <= period.to, { path: ['to'], error: 'ends before it begins' });
export type SamplePeriod = z.infer<typeof SamplePeriod>;

export const Seed = z.string().trim().min(1).max(100);
export const NewSample = SamplePeriod.safeExtend({ size: z.int().min(1).max(1000), seed: Seed });
export type NewSample = z.infer<typeof NewSample>;

export interface Sample {
  readonly id: SampleId;
  readonly seed: string;
  readonly period: SamplePeriod;
  readonly timeZone: string;
  readonly size: number;
  readonly populationSize: number;
  /** SHA-256 over the population's segment ids, sorted, one a line. Hex. */
  readonly populationHash: string;
  readonly createdAt: Instant;
  readonly reviewed: number;
}

/** What a sample of a period could be, before it is drawn. */
export interface SamplePlan {
  readonly populationSize: number;
  readonly timeZone: string;
  /** Sizes that estimate a proportion within so many percentage points, 95 % of the time. */
  readonly sizes: readonly { readonly within: number; readonly size: number }[];
}

export interface SampleItem {
  readonly position: number;
  readonly conversationId: ConversationId;
  readonly subject: string;
  readonly contactName: string;
  readonly reviewedOperatorId: OperatorId | null;
  readonly state: 'open' | 'draft' | 'reviewed';
  readonly score: number | null;
  readonly outcome: Outcome;
}

/** How a reply stood to the voice guide when it was sent; its score is `voiceScore` of the counts. */
export interface VoiceRecord extends VoiceCounts {
  readonly guideVersion: number;
  /** The rules that found something, and how often. */
  readonly checks: readonly { readonly check: string; readonly count: number }[];
  readonly ignored: readonly IgnoredFinding[];
  readonly overridden: boolean;
}

/** What was said, frozen when the sample was drawn. */
export interface FrozenMessage {
  readonly id: string;
  readonly kind: 'inbound' | 'outbound' | 'note';
  readonly from: Participant;
  readonly operatorId: OperatorId | null;
  readonly automatic: boolean;
  readonly at: Instant;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly string[];
  /** Of a reply that was sent under a voice guide: how it stood to it then. */
  readonly voice?: VoiceRecord;
  /** Said before what is reviewed began: shown to understand it, and judged by nobody. */
  readonly earlier: boolean;
}
export interface FrozenEvent {
  readonly at: Instant;
  readonly actor: { readonly kind: 'operator' | 'customer' | 'system'; readonly id: OperatorId | null };
  readonly body: EventBody;
}
export interface Snapshot {
  readonly subject: string;
  readonly contact: Participant;
  readonly status: ConversationStatus;
  readonly tags: readonly string[];
  readonly messages: readonly FrozenMessage[];
  readonly events: readonly FrozenEvent[];
}

export interface Review {
  readonly id: ReviewId;
  readonly scorecardVersion: number;
  readonly reviewerId: OperatorId;
  readonly reviewedOperatorId: OperatorId | null;
  readonly answers: readonly Answer[];
  readonly comment: string;
  readonly score: number | null;
  readonly outcome: Outcome;
  readonly completedAt: Instant | null;
}

/** One thing to review: the evidence, the form to fill and what was filled so far. */
export interface ReviewTask {
  readonly sampleId: SampleId;
  readonly position: number;
  readonly conversationId: ConversationId;
  readonly snapshot: Snapshot;
  /** The version the review was begun with, else the newest; null where the client has none. */
  readonly scorecard: Scorecard | null;
  readonly review: Review | null;
  /** Operators who wrote to the customer here, the one who wrote most first. */
  readonly writers: readonly OperatorId[];
}

export const SaveReview = z.object({
  sampleId: SampleId,
  position: z.int().min(0),
  reviewedOperatorId: OperatorId.nullable(),
  answers: z.array(Answer).max(1000),
  comment: z.string().max(10_000),
  complete: z.boolean(),
});
export type SaveReview = z.infer<typeof SaveReview>;

/** Whether a sample comes out the same when it is drawn again from its seed. */
export interface SampleProof {
  readonly same: boolean;
  /** False where late data has changed the population since. */
  readonly populationUnchanged: boolean;
}
