import { ScrollArea, Tabs, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { clientIdOf } from '../../app/address-ids.ts';
import { places } from '../../app/places.ts';
import { useSession } from '../../app/session.tsx';
import { ClientClosed } from '../../components/client-states/client-closed.tsx';
import { ClientList } from '../../components/client-list/client-list.tsx';
import { ClientMark } from '../../components/client-mark/client-mark.tsx';
import classes from './automation.module.css';
import { FieldsPane } from './fields-pane.tsx';
import { MacrosPane } from './macros-pane.tsx';
import { RulesPane } from './rules-pane.tsx';
import { StatusesPane } from './statuses-pane.tsx';

const panes = { fields: FieldsPane, statuses: StatusesPane, macros: MacrosPane, rules: RulesPane } as const;
const allTabs = ['fields', 'statuses', 'macros', 'rules'] as const;
const namesOnly = ['statuses'] as const;

/** What a client asks of every conversation, and what is done with it under one name or by itself. */
export function AutomationScreen() {
  const { t } = useTranslation('automation');
  const { client: asked } = useParams<{ client: string }>();
  const { clients, clientOf, may } = useSession();
  const clientId = clientIdOf(asked);
  const client = clientId && clientOf(clientId);
  const managed = clients.filter(({ id }) => may('statuses.manage', id));
  const tabs = client && may('automation.manage', client.id) ? allTabs : namesOnly;
  return (
    <div className={classes['screen']}>
      <ClientList
        title={t('title')}
        label={t('clients')}
        clients={managed}
        current={clientId}
        addressOf={places.automation}
      />
      <ScrollArea className={classes['work'] ?? ''} type="auto">
        <main className={classes['sheet']}>
          {client && may('statuses.manage', client.id) && (
            <>
              <div className={classes['heading']}>
                <ClientMark client={client} size="large" named />
                <Title order={1}>{t('of', { name: client.name })}</Title>
              </div>
              {client.state.kind === 'ready' ? (
                <Tabs key={client.id} defaultValue={tabs[0]} keepMounted={false}>
                  <Tabs.List>
                    {tabs.map((tab) => (
                      <Tabs.Tab key={tab} value={tab}>
                        {t(`tabs.${tab}`)}
                      </Tabs.Tab>
                    ))}
                  </Tabs.List>
                  {tabs.map((tab) => {
                    const Pane = panes[tab];
                    return (
                      <Tabs.Panel key={tab} value={tab} pt="lg">
                        <Pane clientId={client.id} />
                      </Tabs.Panel>
                    );
                  })}
                </Tabs>
              ) : (
                <ClientClosed client={client} href={`${places.clients}/${client.id}`} />
              )}
            </>
          )}
        </main>
      </ScrollArea>
    </div>
  );
}
