import type { ActionKind } from '../../../electron/shared/action-words.ts';
import type { Action } from '../../../electron/shared/actions.ts';
import type { FieldId, TemplateId } from '../../../electron/shared/ids.ts';

/** What a client has that actions can name. */
export interface Offered {
  readonly fields: readonly { readonly id: FieldId; readonly name: string }[];
  readonly templates: readonly { readonly id: TemplateId; readonly name: string }[];
}

/** Bulk has a kind of its own that is written nowhere. */
export type WrittenAction = Exclude<Action, { kind: 'snooze-until' }>;

/** An action of that kind as it is begun; null where the client has nothing of the sort. */
export function newAction(kind: ActionKind, { fields, templates }: Offered): WrittenAction | null {
  switch (kind) {
    case 'template': {
      const [first] = templates;
      return first ? { kind, templateId: first.id } : null;
    }
    case 'status':
      return { kind, status: 'resolved' };
    case 'snooze':
      return { kind, hours: 24 };
    case 'tag':
    case 'untag':
      return { kind, tag: '' };
    case 'assign':
      return { kind, to: 'nobody' };
    case 'field': {
      const [first] = fields;
      return first ? { kind, fieldId: first.id, value: null } : null;
    }
    case 'note':
      return { kind, text: '' };
    case 'notify':
      return { kind, to: 'assignee', text: '' };
  }
}
