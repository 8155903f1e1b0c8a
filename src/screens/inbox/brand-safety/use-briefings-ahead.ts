import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSession } from '../../../app/session.tsx';
import { useTRPC } from '../../../rpc/trpc.ts';

/** More brands than this nobody answers for in a day; the others' briefings come when they are opened. */
const mostBriefings = 40;
/** The rows and the first conversation come first. */
const restMilliseconds = 300;

/** Has every client's briefing ready before it is opened, one after the other, so that nothing else waits for it. */
export function useBriefingsAhead(drawn: boolean): void {
  const cache = useQueryClient();
  const trpc = useTRPC();
  const session = useRef(useSession());
  useEffect(() => {
    if (!drawn) return undefined;
    const { clients, may } = session.current;
    const ours = clients.filter(({ id }) => may('voice.read', id)).slice(0, mostBriefings);
    const fetchAll = async () => {
      for (const { id: clientId } of ours) {
        await cache.prefetchQuery(trpc.voice.guide.queryOptions({ clientId }));
        await cache.prefetchQuery(trpc.brandSafety.note.queryOptions({ clientId }));
      }
    };
    const timer = setTimeout(() => void fetchAll(), restMilliseconds);
    return () => clearTimeout(timer);
  }, [drawn, cache, trpc]);
}
