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

/** Whoever runs a macro need not be told. */
export const macroActionKinds = actionKinds.filter((kind) => kind !== 'notify');
export const ruleActionKinds: readonly ActionKind[] = actionKinds;

export type BatchState = 'running' | 'done' | 'cancelled' | 'undoing' | 'undone';
