import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { freshnessOf } from '../../../electron/shared/channel-health.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { Icon } from '../../components/icon/icon.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNow } from '../../i18n/use-now.ts';
import { places } from '../places.ts';
import { useSession } from '../session.tsx';
import { useFreshness, useHealth } from './use-health.ts';
import classes from './stale-line.module.css';

/**
 * Says since when what stands below it may be less than what there is, and leads to where it stands why; nothing where it
 * is all there is.
 */
export function StaleLine({ clientId }: { readonly clientId: ClientId | null }) {
  const { t } = useTranslation();
  const words = useStaleWords(clientId);
  const { clientOf } = useSession();
  const formats = useFormats();
  const now = useNow();
  const channels = useHealth();
  if (words === null) return null;
  const stale = channels.filter((channel) => freshnessOf(channel, now).kind === 'stale');
  const names = [...new Set(stale.map((channel) => clientOf(channel.clientId)?.name ?? ''))].filter(Boolean);
  return (
    <p className={classes['line']} role="status">
      <Icon name="warning" size={14} />
      <Link to={places.outbox} className={classes['why']} title={t('rail.outbox')}>
        {clientId === null ? t('stale.of', { names: formats.list(names), words }) : words}
      </Link>
    </p>
  );
}

/** "Not up to date since 14:02", or null where there is nothing to say. */
export function useStaleWords(clientId: ClientId | null): string | null {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const freshness = useFreshness(clientId);
  if (freshness.kind !== 'stale') return null;
  if (freshness.since === null) return t('stale.never');
  return t('stale.since', { time: formats.shortTime(freshness.since, now) });
}
