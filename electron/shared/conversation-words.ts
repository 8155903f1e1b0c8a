/**
 * new: no operator has replied; open: the customer waits for us; waiting: we wait for the customer;
 * on-hold: we wait for somebody else; snoozed: laid aside until a time or the customer's next word; resolved and spam end the segment.
 */
export const conversationStatuses = [
  'new',
  'open',
  'waiting',
  'on-hold',
  'snoozed',
  'resolved',
  'spam',
] as const;

export const hasEnded = (status: (typeof conversationStatuses)[number]): status is 'resolved' | 'spam' =>
  status === 'resolved' || status === 'spam';

/** In these a conversation goes on, and a promise may run. */
export const runningStatuses = conversationStatuses.filter((status) => !hasEnded(status));

/** Those that are set in one step; snoozing asks until when. */
export const settableStatuses = conversationStatuses.filter((status) => status !== 'snoozed');

/** Statuses fall into these categories; beside a category stands the id of a status that a client has named itself. */
export const isCategory = (status: string): status is (typeof conversationStatuses)[number] =>
  conversationStatuses.some((each) => each === status);

/** A name stands in menus and in every row of the queue: what says more is a sentence. */
export const longestStatusName = 60;
/** More are no choice any more. Of those that are retired there may be any number: none is ever forgotten. */
export const mostStatusNames = 200;

/** A line of a header has no more (RFC 5322, 2.1.1). */
export const longestSubject = 998;

/** `unanswered` shows who waits for us, longest first; the others show the newest first. */
export const queueViews = [
  'unanswered',
  'mine',
  'mentions',
  'following',
  'unassigned',
  'waiting',
  'snoozed',
  'resolved',
  'spam',
  'all',
] as const;

/** A tag, in lower case and without space around it. */
export const tagPattern = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,39}$/u;
/** What was typed, as tags: each once, without what can be none. */
export const asTags = (typed: readonly string[]): string[] =>
  [...new Set(typed.map((tag) => tag.trim().toLowerCase()))].filter((tag) => tagPattern.test(tag));

/** Conversations that become part of another one in one step: more at once is no correction any more. */
export const mostMerged = 50;
