import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../electron/shared/outbox.ts';
import { useFailureText } from '../../components/failure/failure-text.ts';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';

/** The server does not send from that address: the same words from another one of the same mailbox. */
export function SendFrom({ item }: { readonly item: OutboxItem }) {
  const { t } = useTranslation('composing');
  const trpc = useTRPC();
  const say = useFailureText();
  const { clientId, channelId, id: outboxId } = item;
  const { data: channels } = useQuery(trpc.channels.list.queryOptions({ clientId }));
  const send = useMutation(
    trpc.outbox.sendFrom.mutationOptions({
      onError: (error) => notifications.show({ color: 'red', message: say(failureOf(error)) }),
    }),
  );
  const others = (channels?.find(({ id }) => id === channelId)?.identities ?? []).filter(
    ({ address }) => address.toLowerCase() !== item.identity.address.toLowerCase(),
  );
  return others.map(({ address }) => (
    <Button
      key={address}
      size="compact-xs"
      loading={send.isPending}
      onClick={() => send.mutate({ clientId, outboxId, address })}
    >
      {t('sender.sendFrom', { address })}
    </Button>
  ));
}
