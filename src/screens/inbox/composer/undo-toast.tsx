import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { OutboxItem } from '../../../../electron/shared/outbox.ts';
import { useCommands } from '../../../app/commands/commands.ts';
import { useSecondsTo } from '../../../components/countdown/use-seconds-to.ts';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './composer.module.css';

/** Counts down to the moment the reply leaves; until then one button, or Z, takes it back into its draft. */
export function UndoToast({ item }: { readonly item: OutboxItem }) {
  const { t } = useTranslation('inbox');
  const trpc = useTRPC();
  const cache = useQueryClient();
  const say = useFailureText();
  const [location, go] = useLocation();
  const left = useSecondsTo(Date.parse(item.notBefore));
  const at = { clientId: item.clientId, conversationId: item.conversationId };
  const cancel = useMutation(
    trpc.outbox.cancel.mutationOptions({
      async onSuccess({ wordsWait }) {
        notifications.hide(item.id);
        if (wordsWait) notifications.show({ color: 'orange', message: t('undo.waits') });
        await cache.invalidateQueries(trpc.outbox.compose.queryFilter(at));
        go(`${queueOf(location)}/${item.clientId}/${item.conversationId}`);
      },
      onError(error) {
        notifications.hide(item.id);
        notifications.show({ color: 'red', message: say(failureOf(error)) });
      },
    }),
  );
  const undo = () => cancel.mutate({ clientId: item.clientId, outboxId: item.id });
  useCommands([
    { id: `undo-${item.id}`, action: 'undo', group: 'reply', label: t('undo.undo'), keys: ['Z'], run: undo },
  ]);
  useEffect(() => {
    if (left <= 0) notifications.hide(item.id);
  }, [left, item.id]);
  return (
    <div className={classes['undo']}>
      <Leaving item={item} left={left} />
      <Button
        size="compact-sm"
        leftSection={<Icon name="undo" size={14} mirrored />}
        loading={cancel.isPending}
        onClick={undo}
      >
        {t('undo.undo')}
      </Button>
    </div>
  );
}

function Leaving({ item, left }: { readonly item: OutboxItem; readonly left: number }) {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  if (item.sendAt !== null)
    return <span role="status">{t('undo.leavesAt', { time: formats.exactTime(item.notBefore) })}</span>;
  return <span role="timer">{t('undo.leaves', { count: left })}</span>;
}

/** The queue one stands in, which stays as it is. */
const queueOf = (location: string): string =>
  /^\/inbox\/[^/]+\/[^/]+/.exec(location)?.[0] ?? '/inbox/all/unanswered';
