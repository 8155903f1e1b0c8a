import { z } from 'zod';
import type { AttachmentDanger } from './attachments.ts';
import { conversationStatuses, queueViews, tagPattern } from './conversation-words.ts';
import {
  type AttachmentId,
  type ChannelId,
  ClientId,
  type ContactId,
  type ConversationId,
  type MessageId,
  type OperatorId,
  type StatusId,
} from './ids.ts';
import type { DueClock } from './service-levels.ts';
import type { Instant } from './time.ts';
import type { ToldEvent } from './told-events.ts';

export { conversationStatuses, queueViews };

export const ConversationStatus = z.enum(conversationStatuses);
export type ConversationStatus = z.infer<typeof ConversationStatus>;
/** What a person sets in one step; snoozing asks until when. */
export const PlainStatus = ConversationStatus.exclude(['snoozed']);
export type PlainStatus = z.infer<typeof PlainStatus>;

/** A status that the client has named itself, within a category. */
export interface StatusName {
  readonly id: StatusId;
  readonly name: string;
}

export const QueueView = z.enum(queueViews);
export type QueueView = z.infer<typeof QueueView>;

export const Tag = z.string().trim().toLowerCase().regex(tagPattern);

export interface Participant {
  readonly name: string;
  readonly address: string;
}

/** A line of the queue. */
export interface QueueRow {
  readonly clientId: ClientId;
  readonly id: ConversationId;
  readonly contactName: string;
  readonly contactAddress: string;
  readonly subject: string;
  readonly preview: string;
  readonly status: ConversationStatus;
  /** What the client calls it within that category; null: the plain status. */
  readonly named: StatusName | null;
  readonly assigneeId: OperatorId | null;
  readonly channelId: ChannelId;
  readonly tags: readonly string[];
  readonly messageCount: number;
  readonly hasAttachments: boolean;
  readonly lastMessageAt: Instant;
  /** The oldest customer message nobody has answered, or null. */
  readonly waitingSince: Instant | null;
  /** When a snoozed one comes back; null: it is not snoozed, or until the customer writes. */
  readonly snoozedUntil: Instant | null;
  /** The promise to the client that falls due first; null: none runs. */
  readonly due: DueClock | null;
}

export const QueueRequest = z.object({
  /** One client, or all that the operator may read. */
  clientId: ClientId.nullable(),
  view: QueueView,
  cursor: z.string().max(500).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
});
export type QueueRequest = z.infer<typeof QueueRequest>;

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  readonly next: string | null;
  /** Clients that should be in this list but whose store can't be read now. */
  readonly missing: readonly ClientId[];
}

export interface QueueCounts {
  readonly clientId: ClientId;
  readonly unanswered: number;
  readonly mine: number;
  readonly unassigned: number;
  /** Unanswered, and the operator's own or nobody's: what waits for them. */
  readonly forMe: number;
  /** Conversations with a note that names whoever asks and that they have not seen. */
  readonly mentions: number;
}

export interface Attachment {
  readonly id: AttachmentId;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** It stands inside the message's own markup and is not listed. */
  readonly inline: boolean;
  /** Programs, scripts and the like: shown with a warning and never opened by Liaison. */
  readonly dangerous: boolean;
  /** Why it is dangerous, as far as its name and type tell; null where they tell nothing. */
  readonly danger: AttachmentDanger | null;
}

/** Somebody whom a message of ours did not reach, by a server's report. */
export interface DeliveryFailure {
  /** Empty where the report does not say. */
  readonly address: string;
  /** RFC 3463, such as `5.1.1`; empty where the report gives none. */
  readonly status: string;
  /** The server's own words; empty where there are none. */
  readonly reason: string;
  /** When the report came. */
  readonly at: Instant;
}

export interface Message {
  readonly id: MessageId;
  readonly kind: 'inbound' | 'outbound' | 'note';
  readonly channelId: ChannelId;
  readonly from: Participant;
  readonly to: readonly Participant[];
  readonly cc: readonly Participant[];
  readonly subject: string;
  /** Plain text without the quoted part. */
  readonly text: string;
  readonly quotedText: string;
  /** Of ours: it went to somebody else than the customer. */
  readonly forwarded: boolean;
  readonly hasHtml: boolean;
  /** Sent by a machine: auto-reply, bounce, list. Never starts or stops a clock. */
  readonly automatic: boolean;
  readonly operatorId: OperatorId | null;
  readonly at: Instant;
  readonly attachments: readonly Attachment[];
  /** Whom it did not reach; empty where nothing came back. */
  readonly bounced: readonly DeliveryFailure[];
  /** Why the text may be incomplete: the parser refused the bytes, which are kept. */
  readonly unreadable: boolean;
}

export interface Conversation extends Omit<QueueRow, 'preview' | 'contactName' | 'contactAddress'> {
  readonly createdAt: Instant;
  readonly contact: {
    readonly id: ContactId;
    readonly name: string;
    readonly identities: readonly { readonly kind: 'email'; readonly address: string }[];
    readonly language: string | null;
    readonly earlier: readonly {
      readonly id: ConversationId;
      readonly subject: string;
      readonly lastMessageAt: Instant;
    }[];
  };
  readonly messages: readonly Message[];
  /** What was done with it in between, oldest first. */
  readonly events: readonly ToldEvent[];
}

/** A word of the search result's text; `hit` marks what was searched for. */
export interface HighlightPart {
  readonly text: string;
  readonly hit: boolean;
}
export interface SearchHit {
  readonly clientId: ClientId;
  readonly conversationId: ConversationId;
  readonly messageId: MessageId;
  readonly contactName: string;
  readonly subject: readonly HighlightPart[];
  readonly snippet: readonly HighlightPart[];
  /** The name of the file that the snippet is out of; null: out of the message itself. */
  readonly attachment: string | null;
  readonly at: Instant;
}
/** Not counted: that may cost more than the search, and nobody should wait for it. */
export interface SearchPage {
  readonly hits: readonly SearchHit[];
  readonly next: string | null;
}
export interface SearchCount {
  readonly count: number;
  /** There are more than were counted. */
  readonly countCapped: boolean;
}
export const SearchRequest = z.object({
  clientId: ClientId.nullable(),
  text: z.string().trim().min(1).max(400),
  cursor: z.string().max(500).nullable().default(null),
  limit: z.int().min(1).max(100).default(50),
});
export type SearchRequest = z.infer<typeof SearchRequest>;

/** `exact` counts to the end; else counting stops at 10,000. */
export const SearchCountRequest = SearchRequest.pick({ clientId: true, text: true }).extend({
  exact: z.boolean().default(false),
});
export type SearchCountRequest = z.infer<typeof SearchCountRequest>;

/** What the page needs to show an HTML message: the raw markup is sanitised there before anything renders it. */
export interface MessageMarkup {
  readonly html: string;
  /** Content-ID (no angle brackets) to `data:` address of an inline image of this message. */
  readonly inlineImages: Readonly<Record<string, string>>;
}
