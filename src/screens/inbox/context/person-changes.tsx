import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Person, ToldContactChange } from '../../../../electron/shared/contacts.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useNow } from '../../../i18n/use-now.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './context-pane.module.css';

/** Unicode's isolates: a value keeps its direction inside a sentence of the other one. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** Who changed what of this customer; folded away until somebody asks. */
export function PersonChanges({ person }: { readonly person: Person }) {
  const { t } = useTranslation('contacts');
  const trpc = useTRPC();
  const { data: operators } = useQuery(trpc.operators.list.queryOptions());
  const formats = useFormats();
  const now = useNow();
  const words = useChangeWords();
  if (person.changes.length === 0) return null;
  return (
    <section>
      <details className={classes['changes']}>
        <summary>{t('changes.title', { count: person.changes.length })}</summary>
        <ol>
          {person.changes.map((change, index) => (
            <li key={`${change.at} ${index}`}>
              {words(change, operators?.find(({ id }) => id === change.operatorId)?.name ?? t('somebody'))}
              <time dateTime={change.at} title={formats.exactTime(change.at)}>
                {formats.shortTime(change.at, now)}
              </time>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

function useChangeWords(): (change: ToldContactChange, name: string) => string {
  const { t } = useTranslation('contacts');
  return (change, name) => {
    const who = { name: isolated(name) };
    switch (change.type) {
      case 'name':
      case 'language':
      case 'time-zone':
      case 'phone':
        if (change.to === '')
          return t('changes.emptied', {
            ...who,
            what: t(`changes.${change.type}`),
            value: isolated(change.from),
          });
        return t('changes.set', { ...who, what: t(`changes.${change.type}`), value: isolated(change.to) });
      case 'field':
        if (change.to === '')
          return t('changes.emptied', { ...who, what: isolated(change.field), value: isolated(change.from) });
        return t('changes.set', { ...who, what: isolated(change.field), value: isolated(change.to) });
      case 'note-added':
      case 'note-removed':
        return t(`changes.${change.type}`, who);
      case 'merged':
      case 'unmerged':
      case 'kept-apart':
        return t(`changes.${change.type}`, { ...who, other: isolated(change.other) });
    }
  };
}
