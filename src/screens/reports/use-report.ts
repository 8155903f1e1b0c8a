import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Client } from '../../../electron/shared/clients.ts';
import { ReportPeriod } from '../../../electron/shared/reports.ts';
import { useTRPC } from '../../rpc/trpc.ts';

/** Counted when one looks and when one asks again: figures must not move under the eyes of who reads them. */
export function useReport(client: Client, period: ReportPeriod) {
  const trpc = useTRPC();
  return useQuery({
    ...trpc.reports.build.queryOptions({ clientId: client.id, ...period }),
    enabled: client.state.kind === 'ready' && ReportPeriod.safeParse(period).success,
    refetchOnMount: 'always',
    placeholderData: keepPreviousData,
  });
}

export type ReportQuery = ReturnType<typeof useReport>;
