import { z } from 'zod';
import { isCategory, longestStatusName } from './conversation-words.ts';
import { ConversationStatus, PlainStatus } from './conversations.ts';
import { StatusId } from './ids.ts';

/** Whoever asks for more means whole categories. */
const mostAsked = 60;

/** A status that a client has named itself, as somebody writes it down; without an id it is new. */
export const StatusDraft = z.object({
  id: StatusId.nullable(),
  /** Stays what it was once it is known: conversations stand in it. */
  category: PlainStatus,
  name: z.string().trim().min(1).max(longestStatusName),
  /** Stays where it stands, and is offered no more. */
  retired: z.boolean().default(false),
});
export type StatusDraft = z.infer<typeof StatusDraft>;

/** In their order, each once. How many may be offered is for the core to say. */
export const StatusDrafts = z.array(StatusDraft).refine((all) => {
  const known = all.flatMap(({ id }) => id ?? []);
  return new Set(known).size === known.length;
});

export type NamedStatus = Omit<StatusDraft, 'id'> & { readonly id: StatusId };

/** What is asked of a status: a category with everything in it, or one that the client has named. */
export const StatusAsked = z.union([ConversationStatus, StatusId]);
export type StatusAsked = z.infer<typeof StatusAsked>;

/** Any of these. */
export const StatusesAsked = z.array(StatusAsked).max(mostAsked);

/** Those of these that are ids of named statuses. */
export const namedAmong = (asked: readonly StatusAsked[]): StatusId[] =>
  asked.flatMap((each) => (isCategory(each) ? [] : each));
export const categoriesAmong = (asked: readonly StatusAsked[]): ConversationStatus[] =>
  asked.filter(isCategory);
