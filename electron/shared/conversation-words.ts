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
