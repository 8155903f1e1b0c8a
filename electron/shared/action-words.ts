/** What a macro, a rule or a bulk action can do to a conversation. */
const actionKinds = [
  'template',
  'status',
  'snooze',
  'tag',
  'untag',
  'assign',
  'field',
  'note',
  'notify',
] as const;
export type ActionKind = (typeof actionKinds)[number];

/** Only a person has a composer. */
export const macroActionKinds = actionKinds.filter((kind) => kind !== 'notify');
export const ruleActionKinds = actionKinds.filter((kind) => kind !== 'template');

export type BatchState = 'running' | 'done' | 'cancelled' | 'undoing' | 'undone';
