import { skipToken, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { QueueRow, QueueView } from '../../../../electron/shared/conversations.ts';
import type { ClientId, ViewId } from '../../../../electron/shared/ids.ts';
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

/** A standing view, or a saved one. */
export interface QueueScope {
  readonly clientId: ClientId | null;
  readonly view: QueueView;
  readonly saved: ViewId | null;
}

export function useQueue({ clientId, view, saved }: QueueScope): Queue {
  const trpc = useTRPC();
  const next = { getNextPageParam: (page: { readonly next: string | null }) => page.next };
  const ofStanding = trpc.conversations.queue.infiniteQueryOptions(
    saved ? skipToken : { clientId, view, limit: pageSize },
    next,
  );
  const ofKept = trpc.views.queue.infiniteQueryOptions(
    saved ? { clientId, viewId: saved, limit: pageSize } : skipToken,
    next,
  );
  // Asked before anything is drawn: the answer is on its way while the rest of the screen follows.
  const cache = useQueryClient();
  const isNew = (queryKey: readonly unknown[]) => !cache.getQueryState(queryKey);
  if (saved && isNew(ofKept.queryKey)) void cache.prefetchInfiniteQuery(ofKept);
  if (!saved && isNew(ofStanding.queryKey)) void cache.prefetchInfiniteQuery(ofStanding);
  const standing = useInfiniteQuery(ofStanding);
  const kept = useInfiniteQuery(ofKept);
  const query = saved ? kept : standing;
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const missing = useMemo(() => [...new Set(data?.pages.flatMap((page) => page.missing))], [data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const retry = useCallback(() => void refetch(), [refetch]);
  // A page may come before anything was found for it: then it is looked on for.
  const isLooking = rows.length === 0 && hasNextPage && !query.isError;
  useEffect(() => {
    if (isLooking) more();
  }, [isLooking, more]);
  const isLoading = query.isPending || isLooking;
  return { rows, missing, isLoading, hasMore: hasNextPage, error: query.error, more, retry };
}
