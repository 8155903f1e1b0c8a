import { z } from 'zod';
import {
  type AttachmentId,
  ChannelId,
  ClientId,
  ConversationId,
  MessageId,
  OperatorId,
  SignatureId,
} from './ids.ts';
import type { Instant } from './time.ts';

/** What a conversation's drafts are for; there may be one of each. */
export const draftKinds = ['reply', 'forward', 'note'] as const;
export type DraftKind = (typeof draftKinds)[number];

/** What leaves: an answer to whom the conversation is with, or what was said in it handed on to somebody else. */
export const OutgoingKind = z.enum(['reply', 'forward']);
export type OutgoingKind = z.infer<typeof OutgoingKind>;

/** What of the conversation stands below an answer. */
export const quoteModes = ['none', 'last', 'thread'] as const;
export const QuoteMode = z.enum(quoteModes);
export type QuoteMode = z.infer<typeof QuoteMode>;

/** As it will stand in the mail (RFC 5321, 4.1.1.4): what is checked must be what is sent. */
export const writtenText = (mostCharacters: number) =>
  z
    .string()
    .max(mostCharacters)
    .transform((text) => text.replaceAll('\0', '').replace(/\r\n?/g, '\n'));

/** As much as a person trims by hand; the words above it may be half as long. */
const longestOriginal = 400_000;

/** How a message is made around the words that somebody wrote. */
export const Manner = z.object({
  /** With the signature of whoever sends it, from the address it is sent from. */
  signed: z.boolean(),
  /** Null: as the client wants it. Of a forward it says nothing. */
  quote: QuoteMode.nullable(),
  /** Of a forward: the messages that are handed on, oldest first. */
  forwarded: z.array(MessageId).max(500),
  /** Of a forward: what is handed on, where somebody has changed it; else it goes as it came. */
  original: writtenText(longestOriginal).optional(),
});
export type Manner = z.infer<typeof Manner>;
export const usualManner: Manner = { signed: true, quote: null, forwarded: [] };

/** What is not wrong but may be a slip: asked before a message leaves, and answered by whoever sends it. */
export const sendingQuestions = ['no-file', 'dangerous-file'] as const;
export const SendingQuestion = z.enum(sendingQuestions);
export type SendingQuestion = z.infer<typeof SendingQuestion>;

/** A draft as anybody sees it who may read the conversation. */
export interface DraftSeen {
  readonly kind: DraftKind;
  /** Null: a rule has filled it. */
  readonly operatorId: OperatorId | null;
  readonly text: string;
  readonly savedAt: Instant;
}

/** What stands in a signature's text for what is known when it is sent. */
export const signaturePlaceholders = [
  'operator.name',
  'operator.first_name',
  'client.name',
  'identity.name',
  'identity.address',
] as const;
export type SignaturePlaceholder = (typeof signaturePlaceholders)[number];

/** A signature and whom it is for; what is null is left open. The most specific one counts. */
export const SaveSignature = z.object({
  clientId: ClientId,
  /** Null: a new one. */
  id: SignatureId.nullable(),
  operatorId: OperatorId.nullable(),
  /** One address of the client's that replies leave from. */
  address: z.email().nullable(),
  channelId: ChannelId.nullable(),
  text: z.string().trim().min(1).max(2_000),
});
export type SaveSignature = z.infer<typeof SaveSignature>;
export type Signature = Omit<SaveSignature, 'clientId' | 'id'> & { readonly id: SignatureId };

/** The signature, filled, of every address that one operator may send from. */
export interface OfferedSignature {
  readonly address: string;
  /** Empty where there is none. */
  readonly text: string;
}

/** What a forward begins with: one message, or all that was said. */
export const BeginForward = z.object({
  clientId: ClientId,
  conversationId: ConversationId,
  /** Null: the whole conversation. */
  messageId: MessageId.nullable(),
});
export type BeginForward = z.infer<typeof BeginForward>;

/** A file that came with the conversation and can go with what is written. */
export interface CarriedFile {
  readonly id: AttachmentId;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly dangerous: boolean;
}
