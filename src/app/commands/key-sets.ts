import type { KeySet } from '../../../electron/shared/workspace.ts';
import type { Keys } from './stroke-rules.ts';

/** Keys by action. */
export type Bindings = Readonly<Record<string, readonly Keys[]>>;

/** What can be put on other keys: every action with keys of its own, with those of Liaison. */
const liaison = {
  next: ['J'],
  previous: ['K'],
  open: ['Enter'],
  tick: ['X'],
  'tick-range': ['Shift+X'],
  'tick-all': ['Mod+A'],
  search: ['/', 'Mod+F'],
  leave: ['Escape'],
  resolve: ['E'],
  snooze: ['B'],
  take: ['M'],
  assign: ['A'],
  status: ['S'],
  tag: ['T'],
  note: ['N'],
  context: ['I'],
  'own-window': ['Shift+O'],
  merge: ['Shift+M'],
  'split-newest': ['Shift+S'],
  'move-newest': ['Shift+V'],
  macros: ['Q'],
  reply: ['R'],
  forward: ['F'],
  send: ['Mod+Enter'],
  'send-resolve': ['Mod+Shift+Enter'],
  undo: ['Z'],
  'new-message': ['C'],
  'go-inbox': ['Alt+1'],
  'go-settings': ['Mod+,'],
  palette: ['Mod+K'],
  keys: ['?'],
} as const satisfies Bindings;
export type ActionId = keyof typeof liaison;
export const actionIds = Object.keys(liaison) as ActionId[];

/** As in Gmail's web page with its keyboard shortcuts on, where an action has one there. */
const gmail: Partial<Record<ActionId, readonly Keys[]>> = {
  open: ['O', 'Enter'],
  leave: ['U', 'Escape'],
  'tick-all': ['* A', 'Mod+A'],
  search: ['/'],
  resolve: ['E'],
  snooze: ['B'],
  tag: ['L'],
  assign: ['Shift+A'],
  status: ['V'],
  note: ['Shift+N'],
  reply: ['R'],
  undo: ['Z'],
  'new-message': ['C', 'D'],
  'go-inbox': ['G I', 'Alt+1'],
  'go-settings': ['G S', 'Mod+,'],
};

/** As in Outlook on the web, where an action has one there. */
const outlook: Partial<Record<ActionId, readonly Keys[]>> = {
  open: ['O', 'Enter'],
  tick: ['Mod+Space', 'X'],
  forward: ['Shift+F'],
  search: ['Alt+Q', '/'],
  resolve: ['E'],
  status: ['V'],
  tag: ['C'],
  note: ['Shift+N'],
  reply: ['R'],
  send: ['Alt+S', 'Mod+Enter'],
  undo: ['Mod+Z', 'Z'],
  'new-message': ['N'],
  'go-inbox': ['G I', 'Alt+1'],
};

const sets: Readonly<Record<KeySet, Partial<Record<ActionId, readonly Keys[]>>>> = {
  liaison,
  gmail,
  outlook,
};

/** The keys of every action that may have others, in a set with an operator's own laid over it. */
export function bindingsOf(set: KeySet, own: Bindings): Readonly<Record<ActionId, readonly Keys[]>> {
  const named = Object.fromEntries(actionIds.map((id) => [id, own[id] ?? sets[set][id] ?? liaison[id]]));
  return { ...liaison, ...named };
}
