import type { ActionKind } from './action-words.ts';
import type { ForeignKind } from './brand-safety.ts';
import type { ConversationStatus, StatusName } from './conversations.ts';
import type { CorrectionKind } from './corrections.ts';
import type { Effect, ErrorCode } from './errors.ts';
import type {
  ConversationId,
  CorrectionId,
  FieldId,
  MessageId,
  OperatorId,
  OutboxId,
  RuleId,
  TemplateId,
} from './ids.ts';

/**
 * What may happen to a conversation. Append-only: every metric is a pure function of these.
 * `opened` begins a segment (a new conversation, or a customer's message after it had ended).
 */
export type EventBody =
  | { readonly type: 'opened'; readonly initiator: 'customer' | 'operator'; readonly reopened: boolean }
  | {
      readonly type: 'message-received';
      readonly messageId: MessageId;
      readonly automatic: boolean;
    }
  | {
      /** A public message of ours: through the outbox, or found in Sent, written elsewhere (operator unknown). */
      readonly type: 'message-sent';
      readonly messageId: MessageId;
      readonly elsewhere: boolean;
      readonly automatic: boolean;
      readonly templateId: TemplateId | null;
    }
  /** What was said here was handed on to somebody else; the customer has no answer by it. */
  | { readonly type: 'message-forwarded'; readonly messageId: MessageId }
  /** A message of ours came back: the customer has not read it. */
  | { readonly type: 'message-bounced'; readonly messageId: MessageId; readonly reportId: MessageId }
  | { readonly type: 'note-added'; readonly messageId: MessageId }
  | {
      readonly type: 'status-changed';
      readonly from: ConversationStatus;
      readonly to: ConversationStatus;
      /** What the client called it within its category at that time; absent: the plain status. */
      readonly fromNamed?: StatusName;
      readonly named?: StatusName;
      /** Of a snooze: epoch milliseconds; null: until the customer writes. */
      readonly until?: number | null;
      /** Of a correction: since when the customer waits (epoch milliseconds), which the mail alone does not say. */
      readonly waitingSince?: number | null;
    }
  /** A word that ended one of two conversations before they became one: the other went on, and so did the whole. */
  | {
      readonly type: 'part-status-changed';
      readonly from: ConversationStatus;
      readonly to: ConversationStatus;
    }
  /** Messages were put where they belong: `from` tells it where they were, `into` where they are now. */
  | {
      readonly type: 'corrected';
      readonly correctionId: CorrectionId;
      readonly kind: CorrectionKind;
      readonly role: 'from' | 'into';
      /** The conversation at the other end, and what it was about. */
      readonly otherId: ConversationId;
      readonly subject: string;
      /** Messages. */
      readonly count: number;
      /** What the conversation goes on being about, whatever older mail it was given. */
      readonly title?: string;
    }
  | {
      readonly type: 'correction-undone';
      readonly correctionId: CorrectionId;
      readonly kind: CorrectionKind;
    }
  | { readonly type: 'assigned'; readonly from: OperatorId | null; readonly to: OperatorId | null }
  /** Somebody writes the reply in the place of a colleague who had begun it. */
  | { readonly type: 'taken-over'; readonly from: OperatorId }
  /** Who is told of answers from then on, or no more: by their own word, or by a colleague's. */
  | { readonly type: 'followed' | 'unfollowed'; readonly operatorId: OperatorId }
  | { readonly type: 'tagged'; readonly tag: string }
  | { readonly type: 'untagged'; readonly tag: string }
  /** A custom field; the name as it was then. Null: empty. */
  | {
      readonly type: 'field-changed';
      readonly fieldId: FieldId;
      readonly name: string;
      readonly from: string | null;
      readonly to: string | null;
    }
  /** A rule acted; what it did stands beside this in facts of their own, by the system. */
  | {
      readonly type: 'rule-ran';
      readonly ruleId: RuleId;
      readonly name: string;
      readonly did: readonly ActionKind[];
    }
  /** An operator worked with the conversation in front of them: `milliseconds` of focus, pauses excluded. */
  | { readonly type: 'handled'; readonly milliseconds: number }
  | { readonly type: 'send-queued'; readonly outboxId: OutboxId; readonly voiceOverridden: boolean }
  /** A reply left although it looked like another client's: by what, and why it was right; never whose. */
  | {
      readonly type: 'brand-overridden';
      readonly outboxId: OutboxId;
      readonly kinds: readonly ForeignKind[];
      readonly count: number;
      readonly reason: string;
    }
  /** A text of another client's was about to be pasted here; what it said is kept nowhere. */
  | {
      readonly type: 'foreign-paste';
      readonly as: 'stripped' | 'cancelled';
      readonly kinds: readonly ForeignKind[];
      readonly count: number;
    }
  /** Milliseconds after the operator came here from another client's conversation. */
  | { readonly type: 'switched'; readonly toFirstKey: number | null; readonly toSend: number | null }
  | { readonly type: 'send-cancelled'; readonly outboxId: OutboxId }
  | {
      readonly type: 'send-failed';
      readonly outboxId: OutboxId;
      readonly code: ErrorCode;
      readonly effect: Effect;
    }
  | { readonly type: 'survey-answered'; readonly kind: 'csat' | 'nps'; readonly score: number };
export type EventType = EventBody['type'];

export type Actor =
  | { readonly kind: 'operator'; readonly id: OperatorId }
  | { readonly kind: 'customer' }
  | { readonly kind: 'system' };

export const operatorOf = (actor: Actor): OperatorId | null => (actor.kind === 'operator' ? actor.id : null);
