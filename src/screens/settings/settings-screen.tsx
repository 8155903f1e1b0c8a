import { ScrollArea, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { VaultPanel } from '../../components/vault-panel/vault-panel.tsx';
import { useTRPC } from '../../rpc/trpc.ts';
import { useVault } from '../../rpc/use-vault.ts';
import { DemoSection } from './demo-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { NotificationsSection } from './notifications-section.tsx';
import { OperatorsSection } from './operators-section.tsx';
import { PreferencesSection } from './preferences-section.tsx';
import classes from './settings.module.css';
import { SwitchingSection } from './switching-section.tsx';
import { WindowSection } from './window-section.tsx';

/** What a person prefers, who works here, and where the keys are kept. */
export function SettingsScreen() {
  const { t } = useTranslation('settings');
  const { may } = useSession();
  const trpc = useTRPC();
  const vault = useVault();
  const { data: state } = useQuery(trpc.workspace.state.queryOptions());
  // Whoever comes to unlock finds it at once.
  const isBlocked = vault?.state.kind === 'blocked';
  const keys = vault && (vault.state.kind !== 'unused' || may('clients.manage', null)) && (
    <section className={classes['section']}>
      <Title order={2}>{t('keys')}</Title>
      <VaultPanel {...vault} />
    </section>
  );
  return (
    <ScrollArea className={classes['screen'] ?? ''} type="auto">
      <main className={classes['sheet']}>
        <Title order={1}>{t('title')}</Title>
        {isBlocked && keys}
        <PreferencesSection />
        {may('conversations.work', null) && (
          <Suspense>
            <NotificationsSection />
          </Suspense>
        )}
        {window.liaisonDesktop && (
          <Suspense>
            <WindowSection />
          </Suspense>
        )}
        <Suspense>
          <KeysSection />
        </Suspense>
        {may('conversations.read', null) && (
          <Suspense>
            <SwitchingSection />
          </Suspense>
        )}
        {may('workspace.manage', null) && <OperatorsSection />}
        {!isBlocked && keys}
        {may('clients.manage', null) && <DemoSection open={state?.hasDemo ?? false} />}
        <Text c="dimmed">{t('version', { version: state?.version ?? '' })}</Text>
      </main>
    </ScrollArea>
  );
}
