export const triggerKinds = [
  'message-received',
  'conversation-created',
  'conversation-reopened',
  'reply-sent',
  'status-changed',
  'tag-added',
  'field-changed',
  'no-reply',
  'due-soon',
  'overdue',
] as const;
export type TriggerKind = (typeof triggerKinds)[number];

export const textPlaces = ['subject', 'body', 'from', 'to'] as const;
export type TextPlace = (typeof textPlaces)[number];

/** Whether only the first rule that fits does something, or all of them, one after the other. */
export const ruleModes = ['first', 'all'] as const;
export type RuleMode = (typeof ruleModes)[number];

/** Deeper nesting is read by nobody. */
export const deepestCondition = 6;
