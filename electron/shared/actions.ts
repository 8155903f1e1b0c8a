import { z } from 'zod';
import { PlainStatus, QueueView, Tag } from './conversations.ts';
import type { BatchState } from './action-words.ts';
import type { ErrorShape } from './errors.ts';
import { FieldValue } from './fields.ts';
import {
  type BatchId,
  ConversationId,
  FieldId,
  MacroId,
  OperatorId,
  StatusId,
  TemplateId,
  ViewId,
} from './ids.ts';
import { Instant } from './time.ts';

/** `statusId`: the client's own name within that category. */
const StatusAction = z.object({
  kind: z.literal('status'),
  status: PlainStatus,
  statusId: StatusId.optional(),
});
/** For so many hours from then on; null: until the customer writes. */
const SnoozeAction = z.object({ kind: z.literal('snooze'), hours: z.int().min(1).max(8_760).nullable() });
const TagAction = z.object({ kind: z.enum(['tag', 'untag']), tag: Tag });
/** `me` is whoever runs it; a rule is nobody. */
const AssignAction = z.object({
  kind: z.literal('assign'),
  to: z.union([z.enum(['me', 'nobody']), OperatorId]),
});
const FieldAction = z.object({ kind: z.literal('field'), fieldId: FieldId, value: FieldValue.nullable() });
const NoteAction = z.object({ kind: z.literal('note'), text: z.string().trim().min(1).max(10_000) });
/** Puts a filled template into the reply, a rule only into one that nobody has begun; nothing is sent by it. */
const TemplateAction = z.object({ kind: z.literal('template'), templateId: TemplateId });
/** Tells whoever has it, everybody who works for the client, or one operator. */
const NotifyAction = z.object({
  kind: z.literal('notify'),
  to: z.union([z.enum(['assignee', 'everybody']), OperatorId]),
  text: z.string().trim().min(1).max(200),
});
/** Laid aside until a moment that a person chose; only in bulk. */
const UntilAction = z.object({ kind: z.literal('snooze-until'), until: Instant.nullable() });

const common = [StatusAction, SnoozeAction, TagAction, AssignAction, FieldAction, NoteAction] as const;
export const MacroAction = z.discriminatedUnion('kind', [...common, TemplateAction]);
export type MacroAction = z.infer<typeof MacroAction>;
export const RuleAction = z.discriminatedUnion('kind', [...common, TemplateAction, NotifyAction]);
export type RuleAction = z.infer<typeof RuleAction>;
export const BulkAction = z.discriminatedUnion('kind', [...common, UntilAction]);
export type BulkAction = z.infer<typeof BulkAction>;
export type Action = MacroAction | RuleAction | BulkAction;

export const MacroDraft = z.object({
  id: MacroId.nullable(),
  name: z.string().trim().min(1).max(60),
  actions: z.array(MacroAction).min(1).max(20),
});
export type MacroDraft = z.infer<typeof MacroDraft>;
export type Macro = Omit<MacroDraft, 'id'> & { readonly id: MacroId };

/** What an action would do: nothing, where it is so already. */
export interface Effect {
  readonly action: Action;
  readonly changes: boolean;
}

export interface MacroPreview {
  readonly effects: readonly Effect[];
  /** Why it can't run as things stand. */
  readonly refusal: ErrorShape | null;
}

/** Which conversations of one client: some, or all that a list shows now. */
export const BulkChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('some'), ids: z.array(ConversationId).min(1).max(5_000) }),
  z.object({ kind: z.literal('queue'), view: QueueView }),
  z.object({ kind: z.literal('view'), viewId: ViewId }),
]);
export type BulkChoice = z.infer<typeof BulkChoice>;

/** Something done to many conversations of one client, or several things to one: undone as one. */
export interface Batch {
  readonly id: BatchId;
  readonly state: BatchState;
  readonly total: number;
  /** How far it has come, forwards or, while `undoing`, backwards. */
  readonly done: number;
  /** It was so already. */
  readonly same: number;
  readonly refused: number;
  /** Why the first one was refused. */
  readonly refusal: ErrorShape | null;
  /** Not put back by the undoing: somebody has changed it since. */
  readonly kept: number;
  readonly undoable: boolean;
}
