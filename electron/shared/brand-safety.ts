import { z } from 'zod';
import { longestSubject } from './conversation-words.ts';
import { ClientId, ConversationId, type OperatorId } from './ids.ts';
import type { Instant } from './time.ts';

/** By what a text gives another client away. */
export const foreignKinds = [
  'name',
  'domain',
  'address',
  'phone',
  'signature',
  'link',
  'code',
  'template',
] as const;
export type ForeignKind = (typeof foreignKinds)[number];

/** The parts of a reply that are looked through. */
export const replyFields = ['text', 'subject', 'recipients', 'attachments'] as const;
export type ReplyField = (typeof replyFields)[number];

/**
 * Something in a reply that looks like another client's. Never what was compared with: only where it stands in the
 * operator's own words, as UTF-16 offsets into the field (into the one address or file name where there are several).
 */
export interface ForeignFinding {
  readonly kind: ForeignKind;
  readonly field: ReplyField;
  /** Which of the recipients or files; 0 elsewhere. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Whose, where the operator may see that client at all. */
  readonly clientName: string | null;
}

/** What is looked through before a send, and as one types. */
export const ReplyParts = z.object({
  clientId: ClientId,
  conversationId: ConversationId,
  text: z.string().max(200_000),
  subject: z.string().max(longestSubject).default(''),
  /** Addresses, in the order of the fields To, Cc and Bcc. */
  recipients: z.array(z.string().max(320)).max(300).default([]),
  /** File names. */
  attachments: z.array(z.string().max(255)).max(50).default([]),
});
export type ReplyParts = z.infer<typeof ReplyParts>;

/** Why a reply may leave though it looks like another client's; kept as an event. */
export const BrandOverride = z.object({ reason: z.string().trim().min(3).max(500) });
export type BrandOverride = z.infer<typeof BrandOverride>;

/** A wording that this client may use although it is another client's: "we are a partner of ...". */
export const NewBrandException = z.object({
  clientId: ClientId,
  phrase: z.string().trim().min(2).max(120),
  reason: z.string().trim().min(3).max(500),
});
export type NewBrandException = z.infer<typeof NewBrandException>;

export interface BrandException {
  readonly id: string;
  readonly phrase: string;
  readonly reason: string;
  readonly operatorId: OperatorId | null;
  readonly createdAt: Instant;
}

/** A text on its way from the clipboard into a composer. */
export const PastedText = z.object({
  clientId: ClientId,
  conversationId: ConversationId,
  text: z.string().min(1).max(200_000),
});
export type PastedText = z.infer<typeof PastedText>;

/** What the core knows of a pasted text. `elsewhere`: it stands in another client's conversation. */
export interface PasteVerdict {
  readonly origin: 'elsewhere' | 'unknown';
  readonly findings: readonly ForeignFinding[];
}

/** What became of a text that came from another client. */
export const PasteDecision = PastedText.extend({ as: z.enum(['stripped', 'cancelled']) });
export type PasteDecision = z.infer<typeof PasteDecision>;

/** What is going on today, for whoever answers for this client; gone when it expires. */
export const NewDayNote = z.object({
  clientId: ClientId,
  /** Empty takes the note away. */
  text: z.string().trim().max(500),
  /** ISO instant. */
  expiresAt: z.iso.datetime(),
});
export type NewDayNote = z.infer<typeof NewDayNote>;

export interface DayNote {
  readonly text: string;
  readonly expiresAt: Instant;
  readonly operatorId: OperatorId | null;
  readonly writtenAt: Instant;
}

/** Times after moving to another client's conversation, in milliseconds. */
export const SwitchTimes = z.object({
  clientId: ClientId,
  conversationId: ConversationId,
  /** Until the first key in a text of ours; null where none was pressed. */
  toFirstKey: z.int().min(0).max(86_400_000).nullable(),
  /** Until the reply was sent; null where none was. */
  toSend: z.int().min(0).max(86_400_000).nullable(),
});
export type SwitchTimes = z.infer<typeof SwitchTimes>;

/** What moving to this client cost one operator. Medians in milliseconds; null where nothing was measured. */
export interface SwitchCost {
  readonly operatorId: OperatorId;
  readonly switches: number;
  readonly toFirstKey: number | null;
  readonly toSend: number | null;
}
