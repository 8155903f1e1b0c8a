import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ContactLine, Person } from '../../../../electron/shared/contacts.ts';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './context-pane.module.css';

const toastMilliseconds = 12_000;

/** Makes two contacts one person, or takes that back; a toast offers the second after the first. */
export function useMerging({ clientId, id: contactId }: Person) {
  const { t } = useTranslation('contacts');
  const trpc = useTRPC();
  const say = useFailureText();
  const onError = (error: unknown) => notifications.show({ color: 'red', message: say(failureOf(error)) });
  const undo = useMutation(trpc.contacts.unmerge.mutationOptions({ onError }));
  const merge = useMutation(
    trpc.contacts.merge.mutationOptions({
      onError,
      onSuccess({ mergeId }) {
        const takeBack = () => {
          notifications.hide(mergeId);
          undo.mutate({ clientId, mergeId });
        };
        notifications.show({
          id: mergeId,
          autoClose: toastMilliseconds,
          closeButtonProps: { 'aria-label': t('close') },
          message: (
            <div className={classes['toast']}>
              <span role="status">{t('merge.done')}</span>
              <Button
                size="compact-sm"
                leftSection={<Icon name="undo" size={14} mirrored />}
                onClick={takeBack}
              >
                {t('merge.undo')}
              </Button>
            </div>
          ),
        });
      },
    }),
  );
  const apart = useMutation(trpc.contacts.keepApart.mutationOptions({ onError }));
  return {
    isBusy: merge.isPending || undo.isPending || apart.isPending,
    merge: ({ id: otherId }: ContactLine) => merge.mutate({ clientId, contactId, otherId }),
    unmerge: (mergeId: Person['merged'][number]['mergeId']) => undo.mutate({ clientId, mergeId }),
    keepApart: ({ id: otherId }: ContactLine) => apart.mutate({ clientId, contactId, otherId }),
  };
}
