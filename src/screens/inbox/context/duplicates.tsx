import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../../electron/shared/contacts.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './context-pane.module.css';
import { useMerging } from './use-merging.tsx';

/** Who else of this client may be the same person, with why, until somebody says. */
export function Duplicates({ person }: { readonly person: Person }) {
  const { t } = useTranslation('contacts');
  const trpc = useTRPC();
  const formats = useFormats();
  const { clientId, id: contactId } = person;
  const { data = [] } = useQuery(trpc.contacts.duplicates.queryOptions({ clientId, contactId }));
  const { isBusy, merge, keepApart } = useMerging(person);
  if (data.length === 0) return null;
  return (
    <section>
      <h3>{t('duplicates.title')}</h3>
      <ul className={classes['duplicates']}>
        {data.map((each) => {
          const who = each.name || (each.addresses[0] ?? '');
          return (
            <li key={each.id}>
              <strong>
                <bdi>{who}</bdi>
              </strong>
              <bdi>{formats.list(each.addresses)}</bdi>
              <small>{formats.list(each.because.map((why) => t(`duplicates.${why}`)))}</small>
              <div className={classes['buttons']}>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={isBusy}
                  aria-label={t('duplicates.mergeWith', { name: who })}
                  onClick={() => merge(each)}
                >
                  {t('duplicates.same')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  disabled={isBusy}
                  aria-label={t('duplicates.apartFrom', { name: who })}
                  onClick={() => keepApart(each)}
                >
                  {t('duplicates.two')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
