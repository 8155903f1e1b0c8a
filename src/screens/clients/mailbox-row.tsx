import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { expiryOf } from '../../../electron/shared/channel-health.ts';
import type { Channel } from '../../../electron/shared/channels.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { useNow } from '../../i18n/use-now.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './clients.module.css';

/** A mailbox and how it is doing, truthfully. */
export function MailboxRow({ channel }: { readonly channel: Channel }) {
  const { t, i18n } = useTranslation('clients');
  const trpc = useTRPC();
  const retry = useMutation(trpc.channels.retry.mutationOptions());
  const { state } = channel;
  const isArchive = channel.settings.kind === 'archive';
  const troubled = state.kind === 'waiting' || state.kind === 'stopped';
  const written = (at: string) =>
    new Date(at).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const fetched = channel.lastFetchedAt
    ? t('lastFetched', { at: written(channel.lastFetchedAt) })
    : t('neverFetched');
  const sent = channel.lastSentAt && t('lastSent', { at: written(channel.lastSentAt) });
  const expiry = expiryOf(channel.credentialExpiresAt, useNow());
  const progress = state.kind === 'syncing' ? { done: state.done, total: state.total } : {};
  const ref = { clientId: channel.clientId, channelId: channel.id };
  return (
    <div className={classes['section']}>
      <div className={classes['mailbox']}>
        <span className={troubled ? classes['bad'] : classes['good']}>
          <Icon name={troubled ? 'warning' : 'check'} />
        </span>
        <div className={classes['mailboxText']}>
          <Text fw={600} truncate>
            {channel.identities[0]?.address ?? (isArchive ? t('archive') : channel.name)}
          </Text>
          <Text c="dimmed" role="status">
            {isArchive
              ? t('archiveText')
              : [t(`channelState.${state.kind}`, progress), fetched, sent].filter(Boolean).join(' · ')}
          </Text>
        </div>
        {channel.settings.kind === 'mail' && (
          <Button
            component={Link}
            href={`/clients/${channel.clientId}/mailbox/${channel.id}`}
            variant="default"
            size="xs"
          >
            {t('edit')}
          </Button>
        )}
      </div>
      {expiry !== null && channel.credentialExpiresAt !== null && (
        <Text role="status">{t(`token.${expiry}`, { at: written(channel.credentialExpiresAt) })}</Text>
      )}
      {troubled && <FailureNotice failure={state.error} retry={() => retry.mutate(ref)} />}
    </div>
  );
}
