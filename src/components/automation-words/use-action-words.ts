import { useTranslation } from 'react-i18next';
import type { Action } from '../../../electron/shared/actions.ts';
import type { ClientNames } from './names.ts';

const longestQuote = 60;
/** Unicode's isolates: a name keeps its direction inside a sentence of the other one. */
const isolated = (text: string): string => `\u2068${text}\u2069`;
const short = (text: string): string =>
  text.length > longestQuote ? `${text.slice(0, longestQuote).trimEnd()}…` : text;

/** Says what an action does, as the second half of a sentence. */
export function useActionWords(names: ClientNames): (action: Action) => string {
  const { t } = useTranslation(['automation', 'inbox']);
  const called = (name: string | undefined) => isolated(name ?? t('action.gone'));

  return (action) => {
    switch (action.kind) {
      case 'template':
        return t('action.says.template', { name: called(names.template(action.templateId)) });
      case 'status': {
        const name = action.statusId && called(names.status(action.statusId));
        return t('action.says.status', { name: name ?? t(`status.${action.status}`, { ns: 'inbox' }) });
      }
      case 'snooze':
        return action.hours === null
          ? t('action.says.snoozeReply')
          : t('action.says.snooze', { count: action.hours });
      case 'snooze-until':
        return t('action.kinds.snooze');
      case 'tag':
      case 'untag':
        return t(`action.says.${action.kind}`, { name: isolated(action.tag) });
      case 'assign':
        if (action.to === 'nobody') return t('action.says.unassign');
        if (action.to === 'me') return t('action.says.assignMe');
        return t('action.says.assign', { name: called(names.operator(action.to)) });
      case 'field': {
        const name = called(names.field(action.fieldId));
        if (action.value === null) return t('action.says.fieldEmpty', { name });
        const value = isYesNo(action.value) ? t(`value.${action.value}`) : action.value;
        return t('action.says.field', { name, value: isolated(short(value)) });
      }
      case 'note':
        return t('action.says.note', { name: isolated(short(action.text)) });
      case 'notify': {
        const value = isolated(short(action.text));
        if (action.to === 'assignee') return t('action.says.notifyAssignee', { value });
        if (action.to === 'everybody') return t('action.says.notifyEverybody', { value });
        return t('action.says.notify', { name: called(names.operator(action.to)), value });
      }
    }
  };
}

const isYesNo = (value: string): value is 'yes' | 'no' => value === 'yes' || value === 'no';
