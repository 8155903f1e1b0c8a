import { z } from 'zod';
import { Identity } from './channels.ts';
import { BrandOverride } from './brand-safety.ts';
import { Manner, OutgoingKind, QuoteMode, SendingQuestion, usualManner, writtenText } from './composing.ts';
import { longestSubject } from './conversation-words.ts';
import type { ErrorShape } from './errors.ts';
import {
  AttachmentId,
  ChannelId,
  ClientId,
  ConversationId,
  type OperatorId,
  OutboxId,
  StatusId,
  TemplateId,
} from './ids.ts';
import { Instant } from './time.ts';

/**
 * queued: waits for its time (undo window); held: waits for a person (the channel is stopped); sending: being handed
 * over; sent: the server took it; failed: the server refused it; unknown: it may have left, evidence is looked for;
 * cancelled: undone in time, its draft is back, or its words wait for it.
 */
export const outboxStates = ['queued', 'held', 'sending', 'sent', 'failed', 'unknown', 'cancelled'] as const;
export type OutboxState = (typeof outboxStates)[number];

/** How far one attempt came. `dot` is durable before the last bytes of the message leave. */
export const outboxPhases = ['claimed', 'data', 'dot'] as const;
export type OutboxPhase = (typeof outboxPhases)[number];

export const Recipients = z.object({
  to: z.array(Identity).min(1).max(100),
  cc: z.array(Identity).max(100).default([]),
  bcc: z.array(Identity).max(100).default([]),
});
export type Recipients = z.infer<typeof Recipients>;
/** While somebody writes, nobody may be named yet. */
const RecipientsSoFar = Recipients.extend({ to: z.array(Identity).max(100) });

/** What a composer is bound to from the moment it opens; derived again from the store when it sends. */
export interface Composer {
  readonly kind: OutgoingKind;
  readonly clientId: ClientId;
  readonly conversationId: ConversationId;
  readonly channelId: ChannelId;
  /** A mark of client, conversation, channel and customer that only this client's key can make; sent back with the reply. */
  readonly binding: string;
  readonly identities: readonly Identity[];
  readonly identity: Identity;
  readonly recipients: Recipients;
  readonly subject: string;
  /** What of the conversation an answer repeats where its writer says nothing else. */
  readonly quote: QuoteMode;
  readonly draft: Draft | null;
  /** The files that the draft names. */
  readonly attachments: readonly OutgoingAttachment[];
  /** The revision to send while nothing has been saved; afterwards it is the saved draft's. */
  readonly revision: number;
  readonly checklist: readonly ChecklistItem[];
  readonly undoSeconds: number;
  /** Bytes of a whole message that the server said it takes; null: it has not said. */
  readonly maximumSize: number | null;
  /** Addresses of ours from which the server has refused to send, in lower case. */
  readonly refusedSenders: readonly string[];
  /** False with a reason where the channel can't send now; the draft is kept all the same. */
  readonly canSend: boolean;
}

/** A file that was put to a draft. */
export interface OutgoingAttachment {
  readonly id: AttachmentId;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** A program, a script or the like: worth a question before it leaves. */
  readonly dangerous: boolean;
}

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  readonly required: boolean;
}

export interface Draft {
  readonly kind: OutgoingKind;
  /** Null: a rule has filled it. */
  readonly operatorId: OperatorId | null;
  readonly manner: Manner;
  readonly text: string;
  readonly identity: Identity;
  readonly recipients: Recipients;
  readonly subject: string;
  readonly templateId: TemplateId | null;
  readonly attachmentIds: readonly AttachmentId[];
  /** Grows with every save; a send names the revision it saw, so that a double click sends once. */
  readonly revision: number;
  readonly savedAt: Instant;
}

/** Files of one message; nobody reads more, and no server takes them. */
export const mostAttachments = 50;

const longestText = 200_000;

export const SaveDraft = z.object({
  clientId: ClientId,
  conversationId: ConversationId,
  kind: OutgoingKind.default('reply'),
  manner: Manner.default(usualManner),
  text: writtenText(longestText),
  identity: Identity,
  recipients: RecipientsSoFar,
  subject: z.string().max(longestSubject),
  templateId: TemplateId.nullable(),
  attachmentIds: z.array(AttachmentId).max(mostAttachments).default([]),
});
export type SaveDraft = z.infer<typeof SaveDraft>;

/** A message that answers nothing, as it is begun; from then on it is a draft like any other. */
export const NewMessage = SaveDraft.pick({
  clientId: true,
  identity: true,
  recipients: true,
  subject: true,
  text: true,
}).extend({ channelId: ChannelId });
export type NewMessage = z.infer<typeof NewMessage>;

/** A voice finding that its writer set aside for this once, and why; errors can't be. */
export const IgnoredFinding = z.object({
  check: z.string().min(1).max(120),
  match: z.string().max(2_000),
  reason: z.string().trim().min(1).max(300),
});
export type IgnoredFinding = z.infer<typeof IgnoredFinding>;

export const SendReply = SaveDraft.extend({
  recipients: Recipients,
  channelId: ChannelId,
  revision: z.int().min(0),
  /** Ids of the checklist's items that the operator ticked. */
  checked: z.array(z.string().max(60)).max(50),
  /** What the conversation becomes once the reply has left. */
  thenStatus: z.enum(['waiting', 'resolved', 'open', 'on-hold']).default('waiting'),
  /** The client's own name within that category; null: the plain status. */
  thenStatusId: StatusId.nullable().default(null),
  /** Set by an operator who has read the blocking voice findings and sends all the same; recorded. */
  overrideVoice: z.boolean().default(false),
  /** Voice findings that were set aside for this once; recorded. */
  ignoredVoice: z.array(IgnoredFinding).max(200).optional(),
  /** Questions that were asked before it leaves, and answered with yes. */
  answered: z.array(SendingQuestion).max(10).default([]),
  /** When it shall leave; null: as soon as it can't be taken back any more. */
  sendAt: Instant.nullable().default(null),
  /** Set by somebody who may, for a reply that looks like another client's and is right all the same; recorded. */
  overrideBrands: BrandOverride.nullable().default(null),
  /** What `compose` gave: a composer that is bound to anything else than its conversation is by now can't send. */
  binding: z.string().max(200).optional(),
});
export type SendReply = z.infer<typeof SendReply>;

export interface OutboxItem {
  readonly id: OutboxId;
  readonly kind: OutgoingKind;
  readonly clientId: ClientId;
  readonly conversationId: ConversationId;
  readonly channelId: ChannelId;
  readonly identity: Identity;
  readonly recipients: Recipients;
  readonly subject: string;
  readonly text: string;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly createdAt: Instant;
  /** When it will be tried (end of the undo window or of a back-off). */
  readonly notBefore: Instant;
  /** The time its writer chose, or null. */
  readonly sendAt: Instant | null;
  readonly error: ErrorShape | null;
  /** The copy in the Sent mailbox is a step of its own and never sends again. */
  readonly filing: 'waiting' | 'filed' | 'found' | 'failed' | 'not-needed';
  /** It was taken back while its draft had no room for it: its words stand nowhere else. */
  readonly wordsWait: boolean;
}

/** How a client's replies leave. Two minutes are enough to think again; longer only keeps the customer waiting. */
export const SendingRules = z.object({
  undoSeconds: z.int().min(0).max(120),
  /** What of the conversation an answer repeats below itself. */
  quote: QuoteMode,
});
export type SendingRules = z.infer<typeof SendingRules>;

export const OutboxRef = z.object({ clientId: ClientId, outboxId: OutboxId });
