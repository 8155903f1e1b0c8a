import { useQuery } from '@tanstack/react-query';
import type { ClientId } from '../../electron/shared/ids.ts';
import type { NamedStatus } from '../../electron/shared/statuses.ts';
import { useTRPC } from './trpc.ts';

const none: readonly NamedStatus[] = [];

/** What a client calls its statuses, retired ones among them; nothing without a client, and until it is known. */
export function useStatuses(clientId: ClientId | null): readonly NamedStatus[] {
  const trpc = useTRPC();
  const { data = none } = useQuery(
    trpc.statuses.list.queryOptions({ clientId: clientId ?? '' }, { enabled: clientId !== null }),
  );
  return data;
}
