import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { SearchCount, SearchHit } from '../../../../electron/shared/conversations.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { useTRPC } from '../../../rpc/trpc.ts';

export interface Search {
  readonly hits: readonly SearchHit[];
  /** Null while nobody knows. */
  readonly counted: SearchCount | null;
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
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch, isPlaceholderData } = query;
  const hits = useMemo(() => data?.pages.flatMap((page) => page.hits) ?? [], [data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const retry = useCallback(() => void refetch(), [refetch]);
  const first = isPlaceholderData ? undefined : data?.pages[0];
  const beyond = useSearchCount({ clientId, text, enabled: first !== undefined && first.next !== null });
  const counted = first?.next === null ? { count: first.hits.length, countCapped: false } : beyond;
  return {
    hits,
    counted,
    isLoading: text !== '' && query.isPending,
    error: query.error,
    more,
    retry,
  };
}

interface Counting {
  readonly clientId: ClientId | null;
  readonly text: string;
  readonly enabled: boolean;
}

/** How many there are beyond the first page: at once up to a limit, and to the end as soon as that is known. */
function useSearchCount({ clientId, text, enabled }: Counting): SearchCount | null {
  const trpc = useTRPC();
  const options = { staleTime: 10_000, gcTime: 60_000, trpc: { abortOnUnmount: true } };
  const capped = useQuery(
    trpc.conversations.searchCount.queryOptions({ clientId, text }, { ...options, enabled }),
  );
  const exact = useQuery(
    trpc.conversations.searchCount.queryOptions(
      { clientId, text, exact: true },
      { ...options, enabled: enabled && capped.data?.countCapped === true },
    ),
  );
  if (!enabled) return null;
  return exact.data ?? capped.data ?? null;
}
