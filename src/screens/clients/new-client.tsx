import { Button, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import {
  clientColours,
  type ClientDetails,
  clientPatterns,
  firstFree,
  type WeeklyHours,
} from '../../../electron/shared/clients.ts';
import { useSession } from '../../app/session.tsx';
import { VaultPanel } from '../../components/vault-panel/vault-panel.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import { useVault } from '../../rpc/use-vault.ts';
import { ClientForm } from './client-form.tsx';
import classes from './clients.module.css';

const nineToFive = [{ from: '09:00', to: '17:00' }];
const officeHours: WeeklyHours = [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []];

/** A new brand. Where its key could not be kept safely, that comes first. */
export function NewClient() {
  const { t, i18n } = useTranslation('clients');
  const { clients } = useSession();
  const [, navigate] = useLocation();
  const trpc = useTRPC();
  const vault = useVault();
  const add = useMutation(
    trpc.clients.add.mutationOptions({ onSuccess: ({ id }) => navigate(`/clients/${id}/mailbox`) }),
  );
  const initial: ClientDetails = {
    name: '',
    mark: '',
    colour: firstFree(
      clientColours,
      clients.map((client) => client.colour),
    ),
    pattern: firstFree(
      clientPatterns,
      clients.map((client) => client.pattern),
    ),
    languages: [i18n.language],
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    workingHours: officeHours,
  };
  const canKeepKeys =
    vault?.state.kind === 'ready' || (vault?.state.kind === 'unused' && !vault.state.keychain);
  return (
    <>
      <div>
        <Title order={1}>{t('newTitle')}</Title>
        <Text c="dimmed">{t('newText')}</Text>
      </div>
      {clients.length === 0 && <DemoOffer />}
      {vault && !canKeepKeys && (
        <section className={classes['section']}>
          <Title order={2}>{t('vaultFirst')}</Title>
          <VaultPanel {...vault} />
        </section>
      )}
      {canKeepKeys && (
        <ClientForm
          initial={initial}
          submitLabel={t('addAndGoOn')}
          busy={add.isPending}
          failure={add.error ? failureOf(add.error) : null}
          save={(details) => add.mutate(details)}
          marks={clients.map((client) => client.mark)}
        />
      )}
    </>
  );
}

function DemoOffer() {
  const { t } = useTranslation('clients');
  const [, navigate] = useLocation();
  const trpc = useTRPC();
  const open = useMutation(
    trpc.demo.open.mutationOptions({ onSuccess: () => navigate('/inbox/all/unanswered') }),
  );
  return (
    <div className={classes['mailbox']}>
      <Text className={classes['mailboxText'] ?? ''}>{t('demoOffer')}</Text>
      <Button variant="default" loading={open.isPending} onClick={() => open.mutate()}>
        {t('openDemo')}
      </Button>
    </div>
  );
}
