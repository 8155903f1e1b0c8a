import { z } from 'zod';
import { mostMerged } from './conversation-words.ts';
import type { ConversationStatus } from './conversations.ts';
import { ClientId, ConversationId, CorrectionId, MessageId } from './ids.ts';
import type { Instant } from './time.ts';

/** What a person can put right about which messages belong together. */
export const correctionKinds = ['split', 'merge', 'move'] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

/** More at once is no correction any more. */
const mostMessages = 500;

/** These messages become a conversation of their own. */
export const SplitRequest = z.object({
  clientId: ClientId,
  conversationId: ConversationId,
  messageIds: z.array(MessageId).min(1).max(mostMessages),
});
/** All of these become part of `intoId`. */
export const MergeRequest = z.object({
  clientId: ClientId,
  fromIds: z.array(ConversationId).min(1).max(mostMerged),
  intoId: ConversationId,
});
/** These messages go over to another conversation; where they were all there was, the whole goes. */
export const MoveRequest = SplitRequest.extend({ intoId: ConversationId });

export const CorrectionRef = z.object({ clientId: ClientId, correctionId: CorrectionId });

/** What was done, and where the messages are now. */
export interface Corrected {
  readonly correctionId: CorrectionId;
  readonly kind: CorrectionKind;
  readonly intoId: ConversationId;
}

/** A conversation that others may be put into. */
export interface CorrectionTarget {
  readonly id: ConversationId;
  readonly subject: string;
  readonly contactName: string;
  readonly contactAddress: string;
  readonly status: ConversationStatus;
  readonly messageCount: number;
  readonly lastMessageAt: Instant;
  /** With the same customer. */
  readonly sameContact: boolean;
}

export const TargetsRequest = z.object({
  clientId: ClientId,
  conversationId: ConversationId,
  text: z.string().trim().max(400),
});

/** Another conversation of the same client that the first message of one answers, or that answers one of its messages. */
export interface TopicLink {
  readonly id: ConversationId;
  readonly subject: string;
}
export interface TopicLinks {
  readonly from: readonly TopicLink[];
  readonly to: readonly TopicLink[];
}
