import { useQuery } from '@tanstack/react-query';
import {
  freshnessOfAll,
  type ChannelHealth,
  type Freshness,
} from '../../../electron/shared/channel-health.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { useNow } from '../../i18n/use-now.ts';
import { useTRPC } from '../../rpc/trpc.ts';

const none: readonly ChannelHealth[] = [];

/** How every account is doing of the clients that one has a role in. */
export function useHealth(): readonly ChannelHealth[] {
  const trpc = useTRPC();
  return useQuery(trpc.channels.health.queryOptions()).data ?? none;
}

/** Whether what is shown of a client, or of all where null, is all there is. It grows old while one looks. */
export function useFreshness(clientId: ClientId | null): Freshness {
  const now = useNow();
  const channels = useHealth();
  return freshnessOfAll(
    channels.filter((channel) => clientId === null || channel.clientId === clientId),
    now,
  );
}

/** Whether anything of a client, or of any where null, can come at all. It can until one knows better. */
export function useHasMailbox(clientId: ClientId | null): boolean {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.channels.health.queryOptions());
  return !data || data.some((channel) => clientId === null || channel.clientId === clientId);
}
