/** What a custom field holds. Every value is kept as text in one canonical form: see `field-values.ts`. */
export const fieldKinds = ['text', 'number', 'date', 'yes-no', 'choice'] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** How a field is looked at by a view or a rule. */
export const fieldTestKinds = ['is', 'contains', 'at-least', 'at-most', 'filled', 'empty'] as const;
export type FieldTestKind = (typeof fieldTestKinds)[number];

/** The tests that make sense for a kind, the usual one first. */
export const testsOfKind: Readonly<Record<FieldKind, readonly FieldTestKind[]>> = {
  text: ['is', 'contains', 'filled', 'empty'],
  number: ['is', 'at-least', 'at-most', 'filled', 'empty'],
  date: ['is', 'at-least', 'at-most', 'filled', 'empty'],
  'yes-no': ['is', 'filled', 'empty'],
  choice: ['is', 'filled', 'empty'],
};

/** Of a conversation, and of a customer: more would be no form any more. */
export const mostFields = 40;
export const mostContactFields = 50;
