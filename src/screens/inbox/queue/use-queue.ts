import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { QueueRow, QueueView } from '../../../../electron/shared/conversations.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { useTRPC } from '../../../rpc/trpc.ts';

const pageSize = 100;

export interface Queue {
  readonly rows: readonly QueueRow[];
  /** Clients that belong here and can't be read now. */
  readonly missing: readonly ClientId[];
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  readonly error: unknown;
  more(): void;
  retry(): void;
}

export function useQueue(scope: { clientId: ClientId | null; view: QueueView }): Queue {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.conversations.queue.infiniteQueryOptions(
      { ...scope, limit: pageSize },
      { getNextPageParam: (page) => page.next },
    ),
  );
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const missing = useMemo(() => [...new Set(data?.pages.flatMap((page) => page.missing))], [data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const retry = useCallback(() => void refetch(), [refetch]);
  return { rows, missing, isLoading: query.isPending, hasMore: hasNextPage, error: query.error, more, retry };
}
