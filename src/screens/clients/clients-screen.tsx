import { Button, ScrollArea, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Route, Switch, useLocation } from 'wouter';
import type { ClientState } from '../../../electron/shared/clients.ts';
import { ChannelId, ClientId } from '../../../electron/shared/ids.ts';
import { useSession } from '../../app/session.tsx';
import { ClientMark } from '../../components/client-mark/client-mark.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import classes from './clients.module.css';
import { EditClient } from './edit-client.tsx';
import { MailboxPage } from './mailbox-page.tsx';
import { NewClient } from './new-client.tsx';

/** The brands this vendor answers for: their look, languages, hours and mailboxes. */
export function ClientsScreen() {
  const { t } = useTranslation('clients');
  const { clients } = useSession();
  const [location] = useLocation();
  return (
    <div className={classes['screen']}>
      <nav className={classes['list']} aria-label={t('title')}>
        <Title order={1}>{t('title')}</Title>
        <ul>
          {clients.map((client) => (
            <li key={client.id}>
              <Link
                href={`/clients/${client.id}`}
                className={classes['entry']}
                aria-current={location.startsWith(`/clients/${client.id}`) ? 'page' : undefined}
              >
                <ClientMark client={client} named />
                <span className={classes['name']} dir="auto">
                  {client.name}
                </span>
                {isDamaged(client.state) && <Icon name="warning" />}
              </Link>
            </li>
          ))}
        </ul>
        <Button component={Link} href="/clients/new" variant="default" leftSection={<Icon name="plus" />}>
          {t('add')}
        </Button>
      </nav>
      {/* Each page begins at its top. */}
      <ScrollArea key={location} className={classes['work'] ?? ''} type="auto">
        <main className={classes['sheet']}>
          <Switch>
            <Route path="/clients/new" component={NewClient} />
            <Route path="/clients/:client/mailbox/:channel?">
              {({ client, channel }) => <MailboxRoute client={client} channel={channel ?? null} />}
            </Route>
            <Route path="/clients/:client">{({ client }) => <ClientRoute client={client} />}</Route>
            <Route>
              <Text c="dimmed">{clients.length === 0 ? t('none') : t('choose')}</Text>
            </Route>
          </Switch>
        </main>
      </ScrollArea>
    </div>
  );
}

const isDamaged = (state: ClientState): boolean =>
  state.kind === 'unavailable' || state.lostOriginals !== undefined;

function ClientRoute({ client }: { readonly client: string }) {
  const { clientOf } = useSession();
  const id = ClientId.safeParse(client);
  const found = id.success ? clientOf(id.data) : null;
  return found && <EditClient key={client} client={found} />;
}

interface MailboxRouteProps {
  readonly client: string;
  readonly channel: string | null;
}

function MailboxRoute({ client, channel }: MailboxRouteProps) {
  const { clientOf } = useSession();
  const id = ClientId.safeParse(client);
  const found = id.success ? clientOf(id.data) : null;
  const channelId = ChannelId.nullable().safeParse(channel);
  return (
    found && <MailboxPage key={`${client}/${channel}`} client={found} channelId={channelId.data ?? null} />
  );
}
