import { Badge, Button, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Client } from '../../../electron/shared/clients.ts';
import { useSession } from '../../app/session.tsx';
import { ClientMark } from '../../components/client-mark/client-mark.tsx';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { VaultPanel } from '../../components/vault-panel/vault-panel.tsx';
import { todayIn } from '../../i18n/today-in.ts';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import { useVault } from '../../rpc/use-vault.ts';
import { ClientForm } from './client-form.tsx';
import classes from './clients.module.css';
import { ContactFieldsSection } from './contact-fields-section.tsx';
import { HolidaysSection } from './holidays-section.tsx';
import { LostOriginalsSection } from './lost-originals.tsx';
import { MailboxRow } from './mailbox-row.tsx';
import { PeopleSection } from './people-section.tsx';
import { RemoveClient } from './remove-client.tsx';
import { SendingSection } from './sending-section.tsx';
import { SignaturesSection } from './signatures-section.tsx';
import { ServiceLevelsSection } from './service-levels-section.tsx';

interface EditClientProps {
  readonly client: Client;
}

/** One brand: its mailboxes, its details, and its removal. */
export function EditClient({ client }: EditClientProps) {
  const { t } = useTranslation('clients');
  return (
    <>
      <div className={classes['heading']}>
        <ClientMark client={client} size="large" named />
        <Title order={1}>
          <bdi>{client.name}</bdi>
        </Title>
        {client.demo && <Badge variant="default">{t('demo')}</Badge>}
      </div>
      {client.state.kind === 'ready' && client.state.lostOriginals && (
        <LostOriginalsSection lost={client.state.lostOriginals} />
      )}
      {client.state.kind === 'ready' ? <Ready client={client} /> : <Unavailable client={client} />}
      <RemoveClient client={client} />
    </>
  );
}

function Ready({ client }: EditClientProps) {
  const { t } = useTranslation('clients');
  const trpc = useTRPC();
  const clientId = client.id;
  const { clients } = useSession();
  const [today] = useState(() => todayIn(client.timeZone, Date.now()));
  const { data: calendar } = useQuery(trpc.calendars.read.queryOptions({ clientId }));
  const update = useMutation(trpc.clients.update.mutationOptions());
  const { name, mark, colour, pattern, languages, timeZone } = client;
  return (
    <>
      <Mailboxes client={client} />
      <section className={classes['section']}>
        <Title order={2}>{t('details')}</Title>
        {calendar && (
          <ClientForm
            initial={{
              ...{ name, mark, colour, pattern, timeZone },
              languages: [...languages],
              workingHours: calendar.weeklyHours.map((day) => [...day]),
            }}
            submitLabel={update.isSuccess ? t('saved') : t('save')}
            busy={update.isPending}
            failure={update.error ? failureOf(update.error) : null}
            save={(details) => update.mutate({ clientId, details })}
            changed={() => update.reset()}
            marks={clients.filter((each) => each.id !== clientId).map((each) => each.mark)}
          />
        )}
      </section>
      {calendar && <HolidaysSection clientId={clientId} holidays={calendar.holidays} today={today} />}
      <ServiceLevelsSection clientId={clientId} />
      <SendingSection clientId={clientId} />
      <SignaturesSection clientId={clientId} />
      <Suspense>
        <PeopleSection clientId={clientId} />
      </Suspense>
      <Suspense>
        <ContactFieldsSection clientId={clientId} />
      </Suspense>
    </>
  );
}

function Mailboxes({ client }: EditClientProps) {
  const { t } = useTranslation('clients');
  const trpc = useTRPC();
  const { data: channels } = useQuery(trpc.channels.list.queryOptions({ clientId: client.id }));
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('mailboxes')}</Title>
      {channels?.map((channel) => (
        <MailboxRow key={channel.id} channel={channel} />
      ))}
      {!client.demo && (
        <div className={classes['actions']}>
          <Button
            component={Link}
            href={`/clients/${client.id}/mailbox`}
            variant="default"
            leftSection={<Icon name="plus" />}
          >
            {t('addMailbox')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Unavailable({ client }: EditClientProps) {
  const { t } = useTranslation('clients');
  const trpc = useTRPC();
  const vault = useVault();
  const retry = useMutation(trpc.vault.retry.mutationOptions());
  if (client.state.kind !== 'unavailable') return null;
  const waitsForKey = /^(passphrase|key|keychain)-/.test(client.state.error.code);
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('unavailable')}</Title>
      {waitsForKey && vault?.state.kind === 'blocked' ? (
        <VaultPanel {...vault} />
      ) : (
        <FailureNotice failure={client.state.error} retry={() => retry.mutate()} retrying={retry.isPending} />
      )}
    </section>
  );
}
