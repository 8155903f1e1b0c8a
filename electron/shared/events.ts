import type { ConversationStatus } from './conversations.ts';
import type { Effect, ErrorCode } from './errors.ts';
import type { MessageId, OperatorId, OutboxId, TemplateId } from './ids.ts';

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
  | { readonly type: 'note-added'; readonly messageId: MessageId }
  | { readonly type: 'status-changed'; readonly from: ConversationStatus; readonly to: ConversationStatus }
  | { readonly type: 'assigned'; readonly from: OperatorId | null; readonly to: OperatorId | null }
  | { readonly type: 'tagged'; readonly tag: string }
  | { readonly type: 'untagged'; readonly tag: string }
  /** An operator worked with the conversation in front of them: `milliseconds` of focus, pauses excluded. */
  | { readonly type: 'handled'; readonly milliseconds: number }
  | { readonly type: 'send-queued'; readonly outboxId: OutboxId; readonly voiceOverridden: boolean }
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
