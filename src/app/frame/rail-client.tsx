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
  const trouble = useTroubleWords(client);
  const stale = useStaleWords(client.id);
  return (
    <Link
      to={`/inbox/${client.id}/unanswered`}
      className={classes['place']}
      aria-current={here ? 'page' : undefined}
      title={trouble ?? (stale ? `${client.name}: ${stale}` : client.name)}
    >
      <ClientMark client={client} size="large" named />
      <span className={classes['label']} dir="auto">
        {client.name}
      </span>
      {trouble !== null && (
        <span className={classes['away']} role="img" aria-label={trouble}>
          <Icon name="warning" size={14} />
        </span>
      )}
      {trouble === null && stale && (
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

/** That its store can't be opened, or that some of its files are damaged. */
function useTroubleWords({ name, state }: Client): string | null {
  const { t } = useTranslation();
  if (state.kind === 'unavailable') return t('rail.away', { name });
  return state.lostOriginals ? t('rail.damaged', { name }) : null;
}
