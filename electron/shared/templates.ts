import { z } from 'zod';
import { ChannelKind } from './channels.ts';
import { Locale } from './clients.ts';
import { Tag } from './conversations.ts';
import { isLanguageTag } from './languages.ts';
import { AttachmentId, ClientId, ConversationId, type OperatorId, TemplateId } from './ids.ts';
import type { OutgoingAttachment } from './outbox.ts';
import { Day, type Instant } from './time.ts';

/** draft: being written; submitted: waits for somebody who may approve; published: offered to operators. */
export const templateStates = ['draft', 'submitted', 'published'] as const;
export type TemplateState = (typeof templateStates)[number];

/** `returned`: sent back to its writer, with a comment. */
export type TemplateStepKind =
  | 'drafted'
  | 'submitted'
  | 'returned'
  | 'published'
  | 'restored'
  | 'imported'
  | 'removed';

/** Of a text; operators are told its name, and dates in it are written by it. */
export const TextLocale = Locale.refine(isLanguageTag);

/** Liquid, restricted to the house's tags, filters and roots. */
const Source = z.string().min(1).max(50_000);

/** A text for one language, on one kind of channel or on all (`channel: null`). */
export const TemplateVariant = z.object({
  locale: TextLocale,
  channel: ChannelKind.nullable(),
  source: Source,
});
export type TemplateVariant = z.infer<typeof TemplateVariant>;

/** Names joined by slashes: `Orders/Refunds`; empty: in no folder. */
const Folder = z
  .string()
  .max(160)
  .transform((path) =>
    path
      .split('/')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .join('/'),
  );

/** What can stand behind the slash, in lower case. */
export const shortcutPattern = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u;

export const TemplateBody = z.object({
  name: z.string().trim().min(1).max(120),
  /** Typed after a slash in the composer. */
  shortcut: z.string().trim().toLowerCase().regex(shortcutPattern),
  /** Of the main text, which stands in where no variant fits. */
  locale: TextLocale,
  source: Source,
  variants: z.array(TemplateVariant).max(60).default([]),
  folder: Folder.default(''),
  tags: z.array(Tag).max(20).default([]),
  /** Files of this client's templates (`templates.attach`), copied to the draft when the text is inserted. */
  attachmentIds: z.array(AttachmentId).max(10).default([]),
  /** The last day on which it is offered, in the client's time zone. */
  expiresOn: Day.nullable().default(null),
});
export type TemplateBody = z.infer<typeof TemplateBody>;
/** As it may be given: what has a default can be left out. */
export type TemplateInput = z.input<typeof TemplateBody>;

/** The newest version of a template, whatever its state. */
export interface Template extends TemplateBody {
  readonly id: TemplateId;
  readonly version: number;
  readonly state: TemplateState;
  /** The version that is offered; null where none has been published. */
  readonly publishedVersion: number | null;
  readonly expired: boolean;
  readonly favourite: boolean;
  readonly files: readonly OutgoingAttachment[];
  readonly updatedAt: Instant;
  readonly updatedBy: OperatorId | null;
  /** Why it was sent back, while that is the last thing that happened to it. */
  readonly returnedFor: string | null;
}

/** One line of a template's history, newest first. */
export interface TemplateStep {
  readonly version: number;
  readonly step: TemplateStepKind;
  readonly comment: string;
  readonly at: Instant;
  readonly operatorId: OperatorId | null;
  /** What the version says. */
  readonly body: TemplateBody;
}

/** Which text was taken: made for this language and channel, for this language, for the client's own, or the main one. */
export const variantReasons = ['channel', 'locale', 'client-locale', 'main'] as const;
export type VariantReason = (typeof variantReasons)[number];

/** Where a word of the conversation was found. */
export const wordPlaces = ['name', 'tags', 'text', 'uses'] as const;
export type WordPlace = (typeof wordPlaces)[number];

/** A word of the conversation that speaks for a template, with its part of the score (0 to 1). */
export interface MatchedWord {
  readonly word: string;
  readonly place: WordPlace;
  readonly share: number;
}

/** A template as it is offered for a conversation, with the text that would be taken. Best first. */
export interface OfferedTemplate {
  readonly id: TemplateId;
  readonly name: string;
  readonly shortcut: string;
  readonly folder: string;
  readonly tags: readonly string[];
  readonly favourite: boolean;
  readonly files: readonly OutgoingAttachment[];
  readonly locale: string;
  readonly reason: VariantReason;
  readonly source: string;
  /** 0 where no word of the conversation speaks for it. */
  readonly score: number;
  readonly words: readonly MatchedWord[];
}

export const RenderTemplate = z.object({
  clientId: ClientId,
  templateId: TemplateId,
  conversationId: ConversationId,
});

export interface RenderedTemplate {
  readonly text: string;
  /** Variables that had no value: each left a `[name]` placeholder that blocks sending until it is filled. */
  readonly unfilled: readonly string[];
}

/** A rendered template with the files that were copied to the conversation's draft. */
export interface InsertedTemplate extends RenderedTemplate {
  readonly attachments: readonly OutgoingAttachment[];
}

/** What came after replies that began with a template. Counts, so that nobody averages averages. */
export interface TemplateEffect {
  readonly templateId: TemplateId;
  /** Replies that were sent with it. */
  readonly uses: number;
  readonly lastUsedAt: Instant | null;
  /** Uses at least 72 hours old: of the others nobody knows yet. */
  readonly observed: number;
  /** Of those, how many conversations were resolved within 72 hours of the use. */
  readonly resolved: number;
  /** Customers who rated their conversation after a use, and how many of them gave 4 or 5 of 5. */
  readonly rated: number;
  readonly satisfied: number;
  /** Wilson, 95 %, of `satisfied` of `rated`; null where nobody rated. */
  readonly satisfaction: { readonly low: number; readonly high: number } | null;
}
