import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../../electron/shared/contacts.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useNow } from '../../../i18n/use-now.ts';
import classes from './context-pane.module.css';
import { useMerging } from './use-merging.tsx';

interface MergedContactsProps {
  readonly person: Person;
  readonly mayEdit: boolean;
}

/** What was merged into this person; each can be taken apart again, exactly as it was. */
export function MergedContacts({ person, mayEdit }: MergedContactsProps) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const now = useNow();
  const { isBusy, unmerge } = useMerging(person);
  if (person.merged.length === 0) return null;
  return (
    <section>
      <h3>{t('merged.title')}</h3>
      <ul className={classes['duplicates']}>
        {person.merged.map((each) => {
          const who = each.name || (each.addresses[0] ?? '');
          return (
            <li key={each.mergeId}>
              <strong>
                <bdi>{who}</bdi>
              </strong>
              <bdi>{formats.list(each.addresses)}</bdi>
              <small>
                <time dateTime={each.at} title={formats.exactTime(each.at)}>
                  {t('merged.since', { time: formats.shortTime(each.at, now) })}
                </time>
              </small>
              {mayEdit && (
                <div className={classes['buttons']}>
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={isBusy}
                    aria-label={t('merged.takeApart', { name: who })}
                    onClick={() => unmerge(each.mergeId)}
                  >
                    {t('merged.apart')}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
