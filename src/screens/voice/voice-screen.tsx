import { ScrollArea, Tabs, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { useSession } from '../../app/session.tsx';
import { ClientMark } from '../../components/client-mark/client-mark.tsx';
import { GuideEditor } from './guide-editor.tsx';
import { TemplatesPane } from './templates-pane.tsx';
import classes from './voice.module.css';

interface VoiceScreenProps {
  readonly clientId: ClientId;
}

/** How a client sounds: its guide, checked as one types, and the texts that its replies begin with. */
export function VoiceScreen({ clientId }: VoiceScreenProps) {
  const { t } = useTranslation('voice');
  const { clients, clientOf, may } = useSession();
  const client = clientOf(clientId);
  const managed = clients.filter((each) => may('voice.manage', each.id));
  if (!client) return null;
  return (
    <div className={classes['screen']}>
      <nav className={classes['clients']} aria-label={t('clients')}>
        <Title order={1}>{t('title')}</Title>
        <ul>
          {managed.map((each) => (
            <li key={each.id}>
              <Link href={`/voice/${each.id}`} aria-current={each.id === clientId ? 'page' : undefined}>
                <ClientMark client={each} named />
                <span>{each.name}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <ScrollArea className={classes['work'] ?? ''} type="auto">
        <main className={classes['sheet']}>
          <div className={classes['heading']}>
            <ClientMark client={client} size="large" named />
            <Title order={1}>{t('voiceOf', { name: client.name })}</Title>
          </div>
          <Tabs defaultValue="guide" keepMounted>
            <Tabs.List>
              <Tabs.Tab value="guide">{t('guide')}</Tabs.Tab>
              <Tabs.Tab value="templates">{t('templates')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="guide" pt="lg">
              <GuideEditor client={client} />
            </Tabs.Panel>
            <Tabs.Panel value="templates" pt="lg">
              <TemplatesPane client={client} />
            </Tabs.Panel>
          </Tabs>
        </main>
      </ScrollArea>
    </div>
  );
}
