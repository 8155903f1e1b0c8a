import { Button, Table, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { expiryOf, freshnessOf, type ChannelHealth } from '../../../electron/shared/channel-health.ts';
import type { Client } from '../../../electron/shared/clients.ts';
import { useHealth } from '../../app/health/use-health.ts';
import { useSession } from '../../app/session.tsx';
import { ClientMark } from '../../components/client-mark/client-mark.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNow } from '../../i18n/use-now.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './outbox.module.css';

/** When each account was last looked into and last sent through, and what keeps it from working. */
export function ChannelsSection() {
  const { t } = useTranslation('outbox');
  const { clientOf } = useSession();
  const channels = useHealth().filter(({ kind }) => kind !== 'archive');
  if (channels.length === 0) return null;
  return (
    <section className={classes['group']} aria-labelledby="outbox-channels">
      <Title order={2} id="outbox-channels">
        {t('channels.title')}
      </Title>
      <Table className={classes['channels'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            {(['channel', 'state', 'fetched', 'sent'] as const).map((column) => (
              <Table.Th key={column}>{t(`channels.${column}`)}</Table.Th>
            ))}
            <Table.Th>
              <span className={classes['unseen']}>{t('channels.retry')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {channels.map((channel) => {
            const client = clientOf(channel.clientId);
            return client && <ChannelLine key={channel.channelId} channel={channel} client={client} />;
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function ChannelLine({ channel, client }: { readonly channel: ChannelHealth; readonly client: Client }) {
  const { t } = useTranslation('outbox');
  const { t: error } = useTranslation('errors');
  const { may } = useSession();
  const formats = useFormats();
  const now = useNow();
  const trpc = useTRPC();
  const retry = useMutation(trpc.channels.retry.mutationOptions());
  const freshness = freshnessOf(channel, now);
  const expiry = expiryOf(channel.credentialExpiresAt, now);
  const time = (at: string | null) => (at === null ? '–' : formats.shortTime(at, now));
  const troubled = freshness.kind === 'stale' || channel.error !== null;
  return (
    <Table.Tr>
      <Table.Td>
        <span className={classes['account']}>
          <ClientMark client={client} named />
          <span>
            <bdi>{client.name}</bdi> <bdi className={classes['address']}>{channel.name}</bdi>
          </span>
        </span>
      </Table.Td>
      <Table.Td>
        <span className={classes['health']} data-troubled={troubled || undefined}>
          <Icon name={troubled ? 'warning' : 'check'} size={14} />
          <span>
            {t(`channels.${freshness.kind}`)} {channel.error !== null && error(channel.error)}
            {expiry !== null && channel.credentialExpiresAt !== null && (
              <> {t(`channels.token.${expiry}`, { time: formats.exactTime(channel.credentialExpiresAt) })}</>
            )}
          </span>
        </span>
      </Table.Td>
      <Table.Td>{time(channel.lastFetchedAt)}</Table.Td>
      <Table.Td>{time(channel.lastSentAt)}</Table.Td>
      <Table.Td>
        {troubled && may('channels.read', client.id) && (
          <Button
            size="compact-xs"
            variant="default"
            loading={retry.isPending}
            aria-label={t('channels.retryOf', { name: channel.name })}
            onClick={() => retry.mutate({ clientId: channel.clientId, channelId: channel.channelId })}
          >
            {t('channels.retry')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
