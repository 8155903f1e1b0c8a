import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { SearchHit } from '../../../../electron/shared/conversations.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { useTRPC } from '../../../rpc/trpc.ts';

export interface Search {
  readonly hits: readonly SearchHit[];
  readonly count: number;
  /** There are more than were counted. */
  readonly countCapped: boolean;
  readonly isLoading: boolean;
  readonly error: unknown;
  more(): void;
  retry(): void;
}

/** Full text over everything the operator may read; `text` empty asks nothing. */
export function useSearch({ clientId, text }: { clientId: ClientId | null; text: string }): Search {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.conversations.search.infiniteQueryOptions(
      { clientId, text },
      {
        getNextPageParam: (page) => page.next,
        enabled: text !== '',
        placeholderData: keepPreviousData,
        staleTime: 10_000,
        gcTime: 60_000,
      },
    ),
  );
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  const hits = useMemo(() => data?.pages.flatMap((page) => page.hits) ?? [], [data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const retry = useCallback(() => void refetch(), [refetch]);
  const first = data?.pages[0];
  return {
    hits,
    count: first?.count ?? 0,
    countCapped: first?.countCapped ?? false,
    isLoading: text !== '' && query.isPending,
    error: query.error,
    more,
    retry,
  };
}
