import { ScrollArea, Tabs, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { clientIdOf } from '../../app/address-ids.ts';
import { places } from '../../app/places.ts';
import { useSession } from '../../app/session.tsx';
import { ClientMark } from '../../components/client-mark/client-mark.tsx';
import classes from './automation.module.css';
import { FieldsPane } from './fields-pane.tsx';
import { MacrosPane } from './macros-pane.tsx';
import { RulesPane } from './rules-pane.tsx';

/** What a client asks of every conversation, and what is done with it under one name or by itself. */
export function AutomationScreen() {
  const { t } = useTranslation('automation');
  const { client: asked } = useParams<{ client: string }>();
  const { clients, clientOf, may } = useSession();
  const clientId = clientIdOf(asked);
  const client = clientId && clientOf(clientId);
  const managed = clients.filter(({ id }) => may('automation.manage', id));
  return (
    <div className={classes['screen']}>
      <nav className={classes['list']} aria-label={t('clients')}>
        <Title order={1}>{t('title')}</Title>
        <ul>
          {managed.map((each) => (
            <li key={each.id}>
              <Link
                href={places.automation(each.id)}
                aria-current={each.id === clientId ? 'page' : undefined}
              >
                <ClientMark client={each} named />
                <span>{each.name}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <ScrollArea className={classes['work'] ?? ''} type="auto">
        <main className={classes['sheet']}>
          {client && may('automation.manage', client.id) && (
            <>
              <div className={classes['heading']}>
                <ClientMark client={client} size="large" named />
                <Title order={1}>{t('of', { name: client.name })}</Title>
              </div>
              <Tabs key={client.id} defaultValue="fields" keepMounted={false}>
                <Tabs.List>
                  <Tabs.Tab value="fields">{t('tabs.fields')}</Tabs.Tab>
                  <Tabs.Tab value="macros">{t('tabs.macros')}</Tabs.Tab>
                  <Tabs.Tab value="rules">{t('tabs.rules')}</Tabs.Tab>
                </Tabs.List>
                <Tabs.Panel value="fields" pt="lg">
                  <FieldsPane clientId={client.id} />
                </Tabs.Panel>
                <Tabs.Panel value="macros" pt="lg">
                  <MacrosPane clientId={client.id} />
                </Tabs.Panel>
                <Tabs.Panel value="rules" pt="lg">
                  <RulesPane clientId={client.id} />
                </Tabs.Panel>
              </Tabs>
            </>
          )}
        </main>
      </ScrollArea>
    </div>
  );
}
