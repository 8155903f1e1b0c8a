import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';

/** A hand that rests on a row this long may open it; one that only passes does not make us fetch. */
const restMilliseconds = 40;

/** Fetches a conversation before it is opened; what is known already is not asked for again. */
export function useAhead(): (at: ConversationRef) => void {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useCallback(
    ({ clientId, conversationId }) =>
      void cache.prefetchQuery(trpc.conversations.read.queryOptions({ clientId, conversationId })),
    [cache, trpc],
  );
}

/** Asks for what is open before anything of it is drawn: the answer is on its way while the rest of the screen follows. */
export function useAskAtOnce(open: ConversationRef | null): void {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const options = open && trpc.conversations.read.queryOptions(open);
  if (options && !cache.getQueryState(options.queryKey)) void cache.prefetchQuery(options);
}

/** The same for wherever the pointer or the cursor comes to rest. */
export function useAheadOfHand(): (at: ConversationRef) => void {
  const ahead = useAhead();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (at) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => ahead(at), restMilliseconds);
    },
    [ahead],
  );
}
