import { z } from 'zod';
import { RuleAction, type Effect } from './actions.ts';
import { deepestCondition, ruleModes, textPlaces } from './automation-words.ts';
import { Tag } from './conversations.ts';
import type { ErrorShape } from './errors.ts';
import { FieldQuestion } from './fields.ts';
import { ChannelId, type ConversationId, FieldId, OperatorId, RuleId } from './ids.ts';
import { StatusesAsked } from './statuses.ts';
import type { Instant } from './time.ts';

export const Trigger = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum([
      'message-received',
      'conversation-created',
      'conversation-reopened',
      'reply-sent',
      'due-soon',
      'overdue',
    ]),
  }),
  /** Into one of these; none: any change. */
  z.object({ kind: z.literal('status-changed'), to: StatusesAsked.default([]) }),
  z.object({ kind: z.literal('tag-added'), tags: z.array(Tag).max(20).default([]) }),
  /** Null: any field. */
  z.object({ kind: z.literal('field-changed'), fieldId: FieldId.nullable() }),
  /** So many minutes of the client's business time after the customer began to wait. */
  z.object({ kind: z.literal('no-reply'), minutes: z.int().min(1).max(132_480) }),
]);
export type Trigger = z.infer<typeof Trigger>;

const Test = z.discriminatedUnion('kind', [
  /** One of these words stands there; capitals and accents do not matter. */
  z.object({
    kind: z.literal('text'),
    in: z.enum(textPlaces),
    how: z.enum(['contains', 'is', 'begins']),
    words: z.array(z.string().trim().min(1).max(200)).min(1).max(50),
  }),
  z.object({ kind: z.literal('status'), any: StatusesAsked.min(1) }),
  z.object({ kind: z.literal('tag'), any: z.array(Tag).min(1).max(50) }),
  z.object({ kind: z.literal('assignee'), is: z.union([z.enum(['somebody', 'nobody']), OperatorId]) }),
  z.object({ kind: z.literal('channel'), any: z.array(ChannelId).min(1).max(20) }),
  FieldQuestion.extend({ kind: z.literal('field') }),
  z.object({ kind: z.literal('attachment') }),
  /** Whether the client is open at that moment. */
  z.object({ kind: z.literal('hours'), open: z.boolean() }),
]);
export type Test = z.infer<typeof Test>;

export type Condition =
  | Test
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

const nested = (depth: number): z.ZodType<Condition> =>
  depth === 0
    ? Test
    : z.union([
        Test,
        z.object({ kind: z.enum(['all', 'any']), of: z.array(nested(depth - 1)).max(30) }),
        z.object({ kind: z.literal('not'), of: nested(depth - 1) }),
      ]);
export const Condition = nested(deepestCondition);

export const RuleDraft = z.object({
  id: RuleId.nullable(),
  name: z.string().trim().min(1).max(80),
  enabled: z.boolean(),
  trigger: Trigger,
  /** An empty `all` holds always. */
  condition: Condition,
  /** A rule is nobody: it can assign to nobody called `me`. */
  actions: z
    .array(RuleAction)
    .min(1)
    .max(20)
    .refine((actions) => actions.every((action) => action.kind !== 'assign' || action.to !== 'me')),
});
export type RuleDraft = z.infer<typeof RuleDraft>;

interface RuleFailure {
  readonly at: Instant;
  readonly conversationId: ConversationId;
  readonly error: ErrorShape;
}

export interface Rule extends Omit<RuleDraft, 'id'> {
  readonly id: RuleId;
  /** How often it did something in the last 30 days. */
  readonly runs: number;
  /** The newest failure of the last 30 days. */
  readonly failure: RuleFailure | null;
}

export const RuleMode = z.enum(ruleModes);
export type RuleMode = z.infer<typeof RuleMode>;

export interface RuleBook {
  readonly mode: RuleMode;
  /** In the order in which they are looked at. */
  readonly rules: readonly Rule[];
}

/** What a rule would have done with the last conversations, as these stand now. */
export interface DryRun {
  readonly looked: number;
  /** Of these the trigger has happened at least once. */
  readonly triggered: number;
  readonly hits: readonly DryHit[];
}
export interface DryHit {
  readonly conversationId: ConversationId;
  readonly subject: string;
  readonly contactName: string;
  readonly lastMessageAt: Instant;
  readonly effects: readonly Effect[];
  /** Why it would fail. */
  readonly refusal: ErrorShape | null;
}

/** What a rule has to say to somebody. */
export interface RuleNotice {
  readonly id: string;
  readonly conversationId: ConversationId;
  readonly text: string;
  readonly at: Instant;
}
