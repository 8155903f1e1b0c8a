import { useTranslation } from 'react-i18next';
import type { Actor } from '../../../electron/shared/events.ts';
import type { OperatorId } from '../../../electron/shared/ids.ts';
import { toInstant } from '../../../electron/shared/time.ts';
import type { ToldEvent } from '../../../electron/shared/told-events.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNow } from '../../i18n/use-now.ts';

/** Unicode's isolates: a name keeps its direction inside a sentence of the other one. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** Says what was done in a sentence. `nameOf` gives an operator's name, or undefined for one who is not known here. */
export function useEventWords(
  nameOf: (id: OperatorId) => string | undefined,
): (event: Pick<ToldEvent, 'actor' | 'body'>) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const somebody = (id: OperatorId): string => isolated(nameOf(id) ?? t('event.somebody'));
  const who = (actor: Actor): string =>
    actor.kind === 'operator' ? somebody(actor.id) : t(`event.${actor.kind}`);

  return ({ actor, body }) => {
    const name = who(actor);
    switch (body.type) {
      case 'opened':
        return t('event.reopened', { context: body.initiator });
      case 'status-changed':
        if (body.to === 'snoozed' && body.until)
          return t('event.snoozedUntil', { name, time: formats.shortTime(toInstant(body.until), now) });
        if (body.from === 'snoozed' && actor.kind === 'system') return t('event.cameBack');
        if (body.named) return t('event.named', { name, status: isolated(body.named.name) });
        return t(`event.status.${body.to}`, { name });
      case 'assigned':
        if (body.to === null) return t('event.unassigned', { name });
        if (actor.kind === 'operator' && actor.id === body.to) return t('event.took', { name });
        return t('event.assigned', { name, to: somebody(body.to) });
      case 'taken-over':
        return t('event.takenOver', { name, from: somebody(body.from) });
      case 'followed':
      case 'unfollowed':
        if (actor.kind === 'operator' && actor.id === body.operatorId)
          return t(`event.${body.type}`, { name });
        return t(`event.${body.type}By`, { name, to: somebody(body.operatorId) });
      case 'tagged':
      case 'untagged':
        return t(`event.${body.type}`, { name, tag: isolated(body.tag) });
      case 'field-changed':
        if (body.to === null) return t('event.fieldEmptied', { name, field: isolated(body.name) });
        return t('event.fieldSet', { name, field: isolated(body.name), value: isolated(body.to) });
      case 'rule-ran':
        return t('event.ruleRan', {
          rule: isolated(body.name),
          did: formats.list([...new Set(body.did)].map((kind) => t(`event.did.${kind}`))),
        });
      case 'part-status-changed':
        return t(`event.status.${body.to}`, { name });
      case 'corrected':
        return t(`event.corrected.${body.kind}.${body.role}`, {
          name,
          count: body.count,
          subject: isolated(body.subject || t('event.noSubject')),
        });
      case 'correction-undone':
        return t(`event.undone.${body.kind}`, { name });
      case 'send-queued':
        return t('event.overridden', { name });
      case 'survey-answered':
        return t(`event.${body.kind}`, { score: body.score });
    }
  };
}
