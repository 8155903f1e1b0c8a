import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { OutboxAct, OutboxLine } from '../../../electron/shared/outbox-standing.ts';
import { useFailureText } from '../../components/failure/failure-text.ts';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC, useTRPCClient } from '../../rpc/trpc.ts';
import { conversationPlace } from './conversation-place.ts';

/** What a person does about one reply; the list changes by itself when the core has done it. */
export function useActs(line: OutboxLine) {
  const { t } = useTranslation('outbox');
  const trpc = useTRPC();
  const rpc = useTRPCClient();
  const cache = useQueryClient();
  const say = useFailureText();
  const [, go] = useLocation();
  const ref = { clientId: line.clientId, outboxId: line.id };
  const { clientId, conversationId } = line;

  const takeBack = () =>
    line.state === 'queued'
      ? rpc.outbox.cancel.mutate(ref)
      : rpc.outbox.decide.mutate({ ...ref, as: 'draft' });
  const does: Readonly<Record<OutboxAct, () => Promise<Pick<OutboxLine, 'wordsWait'>>>> = {
    edit: takeBack,
    cancel: takeBack,
    retry: () => rpc.outbox.decide.mutate({ ...ref, as: 'retry' }),
    sent: () => rpc.outbox.decide.mutate({ ...ref, as: 'sent' }),
    resend: () => rpc.outbox.decide.mutate({ ...ref, as: 'resend' }),
  };

  const doing = useMutation({
    mutationFn: (act: OutboxAct) => does[act](),
    async onSuccess({ wordsWait }, act) {
      if (act !== 'edit' && act !== 'cancel') return;
      if (wordsWait) return void notifications.show({ color: 'orange', message: t('waits') });
      await cache.invalidateQueries(trpc.outbox.compose.queryFilter({ clientId, conversationId }));
      if (act === 'edit') go(conversationPlace(line));
      else notifications.show({ message: t('takenBack') });
    },
    onError(error) {
      const failure = failureOf(error);
      const inTheWay = failure.code === 'conflict' && failure.detail['what'] === 'draft';
      notifications.show({ color: 'red', message: inTheWay ? t('draftStands') : say(failure) });
    },
  });
  return { run: (act: OutboxAct) => doing.mutate(act), isBusy: doing.isPending };
}
