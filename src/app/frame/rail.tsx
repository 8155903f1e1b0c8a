import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/shared/clients.ts';
import { Icon } from '../../components/icon/icon.tsx';
import { useTRPC } from '../../rpc/trpc.ts';
import { places } from '../places.ts';
import { useSession } from '../session.tsx';
import { OperatorMenu } from './operator-menu.tsx';
import classes from './rail.module.css';
import { RailClient } from './rail-client.tsx';
import { RailOutbox } from './rail-outbox.tsx';
import { RailPlace } from './rail-place.tsx';
import { useArea } from './use-area.ts';

/** Where one can stand: the blended queue, each client, and the other rooms. */
export const Rail = memo(function Rail({ openPalette }: { readonly openPalette: () => void }) {
  const { t } = useTranslation();
  const { clients, may } = useSession();
  const trpc = useTRPC();
  const area = useArea();
  const isAt = (place: string) => area === place || area.startsWith(`${place}/`);
  const reads = may('conversations.read', null);
  const { data: counts = [] } = useQuery(
    trpc.conversations.counts.queryOptions(undefined, { enabled: reads }),
  );
  const unanswered = (client: Client) => counts.find((each) => each.clientId === client.id)?.unanswered ?? 0;
  const all = counts.reduce((sum, each) => sum + each.unanswered, 0);
  const read = clients.filter((client) => may('conversations.read', client.id));
  const managed = clients.find((client) => may('statuses.manage', client.id));
  const voiced = clients.find((client) => may('templates.draft', client.id));
  return (
    <nav className={classes['rail']} aria-label={t('rail.name')}>
      <UnstyledButton className={classes['search']} onClick={openPalette} title={t('rail.palette')}>
        <Icon name="search" />
        <span className={classes['label']}>{t('rail.palette')}</span>
      </UnstyledButton>
      {reads && (
        <RailPlace
          to={places.inbox}
          here={isAt('/inbox/all')}
          icon="inbox"
          label={t('rail.all')}
          count={all}
        />
      )}
      <ul className={classes['clients']}>
        {read.map((client) => (
          <li key={client.id}>
            <RailClient client={client} here={isAt(`/inbox/${client.id}`)} unanswered={unanswered(client)} />
          </li>
        ))}
      </ul>
      <div className={classes['foot']}>
        {reads && <RailOutbox here={isAt(places.outbox)} />}
        {may('quality.read', null) && (
          <RailPlace
            to={places.quality}
            here={isAt(places.quality)}
            icon="quality"
            label={t('rail.quality')}
          />
        )}
        {may('reports.read', null) && (
          <RailPlace
            to={places.reports}
            here={isAt(places.reports)}
            icon="reports"
            label={t('rail.reports')}
          />
        )}
        {voiced && (
          <RailPlace
            to={places.voice(voiced.id)}
            here={isAt('/voice')}
            icon="voice"
            label={t('rail.voice')}
          />
        )}
        {managed && (
          <RailPlace
            to={places.automation(managed.id)}
            here={isAt('/automation')}
            icon="spark"
            label={t('rail.automation')}
          />
        )}
        {may('clients.manage', null) && (
          <RailPlace
            to={places.clients}
            here={isAt(places.clients)}
            icon="clients"
            label={t('rail.clients')}
          />
        )}
        <RailPlace
          to={places.settings}
          here={isAt(places.settings)}
          icon="settings"
          label={t('rail.settings')}
        />
        <OperatorMenu />
      </div>
    </nav>
  );
});
