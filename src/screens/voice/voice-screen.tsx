import { ScrollArea, Tabs, Title } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { places } from '../../app/places.ts';
import { useSession } from '../../app/session.tsx';
import { ClientClosed } from '../../components/client-states/client-closed.tsx';
import { ClientList } from '../../components/client-list/client-list.tsx';
import { ClientMark } from '../../components/client-mark/client-mark.tsx';
import { BrandExceptions } from './brand-safety/brand-exceptions.tsx';
import { DayNoteSection } from './brand-safety/day-note.tsx';
import { GuideEditor } from './guide-editor.tsx';
import { TemplatesPane } from './templates/templates-pane.tsx';
import classes from './voice.module.css';

interface VoiceScreenProps {
  readonly clientId: ClientId;
}

/** How a client sounds: its guide, checked as one types, and the texts that its replies begin with. */
export function VoiceScreen({ clientId }: VoiceScreenProps) {
  const { t } = useTranslation('voice');
  const { clients, clientOf, may } = useSession();
  const client = clientOf(clientId);
  // Who may not manage the guide may still write drafts of templates.
  const written = clients.filter((each) => may('templates.draft', each.id));
  const guides = may('voice.manage', clientId);
  if (!client) return null;
  return (
    <div className={classes['screen']}>
      <ClientList
        title={t('title')}
        label={t('clients')}
        clients={written}
        current={clientId}
        addressOf={places.voice}
      />
      <ScrollArea className={classes['work'] ?? ''} type="auto">
        <main className={classes['sheet']}>
          <div className={classes['heading']}>
            <ClientMark client={client} size="large" named />
            <Title order={1}>{t('voiceOf', { name: client.name })}</Title>
          </div>
          {client.state.kind === 'ready' ? (
            <Tabs key={clientId} defaultValue={guides ? 'guide' : 'templates'} keepMounted>
              <Tabs.List>
                {guides && <Tabs.Tab value="guide">{t('guide')}</Tabs.Tab>}
                <Tabs.Tab value="templates">{t('templates')}</Tabs.Tab>
              </Tabs.List>
              {guides && (
                <Tabs.Panel value="guide" pt="lg">
                  <Suspense>
                    <div className={classes['aside']}>
                      <DayNoteSection key={client.id} client={client} />
                      <BrandExceptions key={`allowed ${client.id}`} client={client} />
                    </div>
                  </Suspense>
                  <Suspense>
                    <GuideEditor client={client} />
                  </Suspense>
                </Tabs.Panel>
              )}
              <Tabs.Panel value="templates" pt="lg">
                <Suspense>
                  <TemplatesPane client={client} />
                </Suspense>
              </Tabs.Panel>
            </Tabs>
          ) : (
            <ClientClosed client={client} href={`${places.clients}/${clientId}`} />
          )}
        </main>
      </ScrollArea>
    </div>
  );
}
