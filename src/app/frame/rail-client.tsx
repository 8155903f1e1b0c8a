import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Client } from '../../../electron/shared/clients.ts';
import { ClientMark } from '../../components/client-mark/client-mark.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStaleWords } from '../health/stale-line.tsx';
import classes from './rail.module.css';

interface RailClientProps {
  readonly client: Client;
  readonly unanswered: number;
  /** Whether one stands in its queue. */
  readonly here: boolean;
}

/** A client's queue, in its colours; its name is always there to be read, at least as a tip. */
export const RailClient = memo(function RailClient({ client, unanswered, here }: RailClientProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const away = client.state.kind === 'unavailable';
  const stale = useStaleWords(client.id);
  return (
    <Link
      to={`/inbox/${client.id}/unanswered`}
      className={classes['place']}
      aria-current={here ? 'page' : undefined}
      title={away ? t('rail.away', { name: client.name }) : stale ? `${client.name}: ${stale}` : client.name}
    >
      <ClientMark client={client} size="large" named />
      <span className={classes['label']} dir="auto">
        {client.name}
      </span>
      {away && (
        <span className={classes['away']} role="img" aria-label={t('rail.away', { name: client.name })}>
          <Icon name="warning" size={14} />
        </span>
      )}
      {!away && stale && (
        <span className={classes['stale']} role="img" aria-label={stale}>
          <Icon name="clock" size={14} />
        </span>
      )}
      {unanswered > 0 && (
        <span className={classes['count']} aria-label={t('rail.unanswered', { count: unanswered })}>
          {formats.number(unanswered)}
        </span>
      )}
    </Link>
  );
});
