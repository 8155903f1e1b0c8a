import { Button, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { Client } from '../../../electron/shared/clients.ts';
import type { ChannelId } from '../../../electron/shared/ids.ts';
import { ClientMark } from '../../components/client-mark/client-mark.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './clients.module.css';
import { MailboxForm } from './mailbox-form.tsx';
import { valuesOf } from './mailbox-values.ts';

interface MailboxPageProps {
  readonly client: Client;
  /** Null for a new mailbox. */
  readonly channelId: ChannelId | null;
}

export function MailboxPage({ client, channelId }: MailboxPageProps) {
  const { t } = useTranslation('clients');
  const trpc = useTRPC();
  const [, navigate] = useLocation();
  const clientId = client.id;
  const { data: channels } = useQuery(trpc.channels.list.queryOptions({ clientId }));
  const done = { onSuccess: () => navigate(`/clients/${clientId}`) };
  const add = useMutation(trpc.channels.add.mutationOptions(done));
  const update = useMutation(trpc.channels.update.mutationOptions(done));
  const remove = useMutation(trpc.channels.remove.mutationOptions(done));
  const channel = channels?.find((each) => each.id === channelId) ?? null;
  const error = add.error ?? update.error ?? remove.error;
  if (channelId && !channel) return null;
  return (
    <>
      <div>
        <div className={classes['heading']}>
          <ClientMark client={client} named />
          <Title order={1}>{t(channel ? 'mailboxTitle' : 'newMailboxTitle', { name: client.name })}</Title>
        </div>
        <Text c="dimmed">{t('mailboxText')}</Text>
      </div>
      <MailboxForm
        initial={valuesOf(client, channel)}
        kept={channel !== null}
        busy={add.isPending || update.isPending}
        failure={error ? failureOf(error) : null}
        save={(values) =>
          channelId
            ? update.mutate({ clientId, channelId, channel: values })
            : add.mutate({ clientId, channel: values })
        }
      >
        <Button component={Link} href={`/clients/${clientId}`} variant="default">
          {t('cancel')}
        </Button>
        {channelId && (
          <Button
            variant="outline"
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate({ clientId, channelId })}
          >
            {t('disconnect')}
          </Button>
        )}
      </MailboxForm>
    </>
  );
}
