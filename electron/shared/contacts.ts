import { z } from 'zod';
import type { ConversationStatus, StatusName } from './conversations.ts';
import {
  ContactFieldId,
  type ChannelId,
  type ClientId,
  type ContactId,
  type ContactMergeId,
  type ContactNoteId,
  ConversationId,
  type OperatorId,
} from './ids.ts';
import { Instant } from './time.ts';

/** How something is known: somebody said so, or it was read off the customer's mail, phone number or language. */
type KnownBy = 'set' | 'mail' | 'phone' | 'language';

/** A value and how it is known; null: nobody can tell. */
export interface Known {
  readonly value: string;
  readonly by: KnownBy;
}

interface ContactNote {
  readonly id: ContactNoteId;
  readonly text: string;
  readonly operatorId: OperatorId | null;
  readonly at: Instant;
}

/** A customer's answer to a survey. */
export interface Opinion {
  readonly conversationId: ConversationId;
  readonly kind: 'csat' | 'nps';
  /** 1 to 5, or 0 to 10. */
  readonly score: number;
  readonly comment: string;
  readonly at: Instant;
}

/** A contact that was found to be this person; can be taken back. */
export interface Merged {
  readonly mergeId: ContactMergeId;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly operatorId: OperatorId | null;
  readonly at: Instant;
}

/** What was done to a contact; `from` and `to` are empty where there was or is nothing. */
export type ContactChange =
  | {
      readonly type: 'name' | 'language' | 'time-zone' | 'phone';
      readonly from: string;
      readonly to: string;
    }
  | { readonly type: 'field'; readonly field: string; readonly from: string; readonly to: string }
  | { readonly type: 'note-added' | 'note-removed'; readonly text: string }
  | { readonly type: 'merged' | 'unmerged' | 'kept-apart'; readonly other: string };

export type ToldContactChange = ContactChange & {
  readonly at: Instant;
  readonly operatorId: OperatorId | null;
};

/** A customer of one client, with everything that was merged into them. */
export interface Person {
  readonly clientId: ClientId;
  /** The contact that the others were merged into. */
  readonly id: ContactId;
  readonly name: string;
  /** What merged contacts are called otherwise. */
  readonly otherNames: readonly string[];
  readonly addresses: readonly string[];
  /** As they were written down. */
  readonly phones: readonly string[];
  /** BCP 47. */
  readonly language: Known | null;
  /** IANA, or an offset such as `+02:00`. */
  readonly timeZone: Known | null;
  /** Every field that the client has; `value` empty where nothing is known. */
  readonly fields: readonly { readonly id: ContactFieldId; readonly name: string; readonly value: string }[];
  readonly notes: readonly ContactNote[];
  /** The newest first. */
  readonly opinions: readonly Opinion[];
  readonly merged: readonly Merged[];
  /** The newest first. */
  readonly changes: readonly ToldContactChange[];
}

/** A conversation of this person, over every channel. */
export interface PastConversation {
  readonly id: ConversationId;
  readonly subject: string;
  readonly status: ConversationStatus;
  /** What the client calls it within that category; null: the plain status. */
  readonly named: StatusName | null;
  readonly channelId: ChannelId;
  readonly channelName: string;
  readonly messageCount: number;
  readonly lastMessageAt: Instant;
}

/** Where a page of history ends: the next one begins below it. */
export const HistoryPlace = z.object({ at: Instant, id: ConversationId });
export type HistoryPlace = z.infer<typeof HistoryPlace>;

export interface HistoryPage {
  readonly conversations: readonly PastConversation[];
  readonly next: HistoryPlace | null;
}

/** Why two contacts may be one person. */
export type Likeness = 'name-and-domain' | 'phone' | 'plus-address' | 'typing-error';

/** Somebody in a list of people of one client. */
export interface ContactLine {
  readonly id: ContactId;
  readonly name: string;
  readonly addresses: readonly string[];
}

export interface Duplicate extends ContactLine {
  readonly because: readonly Likeness[];
}

const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u);

export const ContactEdit = z.object({
  name: oneLine(200).optional(),
  /** Empty: not known any more. */
  language: z.union([z.literal(''), z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u)]).optional(),
  timeZone: oneLine(64).optional(),
});
export type ContactEdit = z.infer<typeof ContactEdit>;

export const Phone = z
  .string()
  .trim()
  .max(40)
  .regex(/^\+?[\d\s()./-]{5,}$/u);

export const ContactFieldDraft = z.object({ id: ContactFieldId.nullable(), name: oneLine(60).min(1) });
export type ContactFieldDraft = z.infer<typeof ContactFieldDraft>;
export interface ContactField {
  readonly id: ContactFieldId;
  readonly name: string;
}
