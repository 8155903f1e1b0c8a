import type { Action } from '../../../electron/shared/actions.ts';
import type { Condition, Test } from '../../../electron/shared/automations.ts';
import { tagPattern } from '../../../electron/shared/conversation-words.ts';

/** Something that was not filled in, or holds what can't be: the name, a step's text, or what a condition looks for. */
export type Lack =
  | { readonly in: 'name' }
  | { readonly in: 'step'; readonly number: number; readonly what: 'tag' | 'note' | 'notice' }
  | { readonly in: 'condition'; readonly what: Test['kind'] };

interface Draft {
  readonly name: string;
  readonly condition?: Condition;
  readonly actions: readonly Action[];
}

/** All of it that a rule or a macro lacks, in the order in which it stands on the screen. */
export function lacksOf({ name, condition, actions }: Draft): Lack[] {
  return [
    ...(name.trim() === '' ? [{ in: 'name' } as const] : []),
    ...(condition ? lackingIn(condition) : []),
    ...actions.flatMap((action, index): Lack[] => {
      const what = lackingStep(action);
      return what === null ? [] : [{ in: 'step', number: index + 1, what }];
    }),
  ];
}

function lackingStep(action: Action): 'tag' | 'note' | 'notice' | null {
  switch (action.kind) {
    case 'tag':
    case 'untag':
      return tagPattern.test(action.tag.trim()) ? null : 'tag';
    case 'note':
      return action.text.trim() === '' ? 'note' : null;
    case 'notify':
      return action.text.trim() === '' ? 'notice' : null;
    default:
      return null;
  }
}

function lackingIn(condition: Condition): Lack[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(lackingIn);
    case 'not':
      return lackingIn(condition.of);
    case 'text':
      return condition.words.length === 0 ? [{ in: 'condition', what: 'text' }] : [];
    case 'status':
    case 'tag':
    case 'channel':
      return condition.any.length === 0 ? [{ in: 'condition', what: condition.kind }] : [];
    default:
      return [];
  }
}
