import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { freshnessOfAll } from '../../../electron/shared/channel-health.ts';
import { useNow } from '../../i18n/use-now.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import { useHealth } from '../health/use-health.ts';
import { useSession } from '../session.tsx';
import { setTitleBadge } from './use-title.ts';

/** Keeps the number of who waits for this operator on the dock, beside the clock and in the browser's tab. */
export function useBadge(): void {
  const { may, clients } = useSession();
  const trpc = useTRPC();
  const enabled = may('conversations.read', null);
  const { data: counts } = useQuery(trpc.conversations.counts.queryOptions(undefined, { enabled }));
  const count = counts?.reduce((sum, { forMe }) => sum + forMe, 0);
  const health = useHealth();
  const now = useNow();
  const stale = clients
    .filter(
      ({ id }) =>
        freshnessOfAll(
          health.filter(({ clientId }) => clientId === id),
          now,
        ).kind === 'stale',
    )
    .map(({ name }) => name)
    .join('\n');
  useEffect(() => {
    if (count === undefined) return;
    window.liaisonDesktop?.setBadge(count);
    setTitleBadge(count);
  }, [count]);
  useEffect(() => window.liaisonDesktop?.setStale(stale === '' ? [] : stale.split('\n')), [stale]);
}
