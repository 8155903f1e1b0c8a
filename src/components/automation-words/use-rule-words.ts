import { useTranslation } from 'react-i18next';
import type { Condition, RuleDraft, Test, Trigger } from '../../../electron/shared/automations.ts';
import { isCategory } from '../../../electron/shared/conversation-words.ts';
import type { StatusAsked } from '../../../electron/shared/statuses.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import type { ClientNames } from './names.ts';
import { useActionWords } from './use-action-words.ts';

/** Says a rule as a sentence: when what happens, and what holds, then what is done. */
export function useRuleWords(names: ClientNames): {
  rule(rule: Pick<RuleDraft, 'trigger' | 'condition' | 'actions'>): string;
  trigger(trigger: Trigger): string;
} {
  const { t } = useTranslation(['automation', 'inbox']);
  const formats = useFormats();
  const does = useActionWords(names);
  const called = (name: string | undefined) => name ?? t('action.gone');
  const either = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join(t('condition.or'));
  const status = (asked: StatusAsked) =>
    isCategory(asked) ? t(`status.${asked}`, { ns: 'inbox' }) : called(names.status(asked));

  function trigger(of: Trigger): string {
    switch (of.kind) {
      case 'status-changed':
        if (of.to.length === 0) return t('trigger.status-changed');
        return t('trigger.status-changedTo', { names: either(of.to.map(status)) });
      case 'tag-added':
        if (of.tags.length === 0) return t('trigger.tag-added');
        return t('trigger.tag-addedOf', { names: either(of.tags) });
      case 'field-changed':
        if (of.fieldId === null) return t('trigger.field-changed');
        return t('trigger.field-changedOf', { names: called(names.field(of.fieldId)) });
      case 'no-reply':
        return t('trigger.no-replyFor', { length: formats.duration(of.minutes * 60_000) });
      default:
        return t(`trigger.${of.kind}`);
    }
  }

  function test(of: Test): string {
    const says = 'condition.says';
    switch (of.kind) {
      case 'text':
        return t(`${says}.text`, {
          place: t(`condition.places.${of.in}`),
          how: t(`condition.hows.${of.how}`),
          names: either(of.words),
        });
      case 'status':
        return t(`${says}.status`, { names: either(of.any.map(status)) });
      case 'tag':
        return t(`${says}.tag`, { names: either(of.any) });
      case 'assignee':
        if (of.is === 'somebody') return t('condition.says.somebody');
        if (of.is === 'nobody') return t('condition.says.nobody');
        return t(`${says}.assignee`, { name: called(names.operator(of.is)) });
      case 'channel':
        return t(`${says}.channel`, { names: either(of.any.map((id) => called(names.channel(id)))) });
      case 'field':
        return t(`${says}.field`, {
          name: called(names.field(of.fieldId)),
          how: t(`question.${of.how}`),
          names: either(of.values),
        }).trim();
      case 'attachment':
        return t(`${says}.attachment`);
      case 'hours':
        return t(`${says}.${of.open ? 'open' : 'closed'}`);
    }
  }

  function condition(of: Condition, isWithin = false): string {
    switch (of.kind) {
      case 'not':
        return t('condition.not', { what: condition(of.of) });
      case 'all':
      case 'any':
        return group(of, isWithin);
      default:
        return test(of);
    }
  }

  function group(of: Extract<Condition, { kind: 'all' | 'any' }>, isWithin: boolean): string {
    const [only] = of.of;
    if (of.of.length <= 1) return only ? condition(only, isWithin) : '';
    const joined = of.of
      .map((each) => condition(each, true))
      .join(t(of.kind === 'all' ? 'condition.and' : 'condition.or'));
    return isWithin ? `(${joined})` : joined;
  }

  return {
    trigger,
    rule({ trigger: when, condition: held, actions }) {
      const what = condition(held);
      const done = formats.list(actions.map(does));
      const words = { when: t('trigger.says', { what: trigger(when) }), does: done };
      return what === '' ? t('rules.sentence', words) : t('rules.sentenceIf', { ...words, if: what });
    },
  };
}
