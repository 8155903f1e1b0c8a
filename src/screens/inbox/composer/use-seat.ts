import { useEffect, useRef, useState } from 'react';
import type { SeatNews } from '../../../../electron/shared/seats.ts';
import { useTRPCClient } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';

export interface SeatInHand {
  /** This window may write; the newest draft is here. */
  readonly isMine: boolean;
  /** Another window writes. */
  readonly isElsewhere: boolean;
  take(): void;
}

interface SeatOptions {
  /** The composer is open. */
  readonly wanted: boolean;
  /** Brings what another window may have written until now. */
  readonly freshen: () => Promise<unknown>;
  /** Another window has asked for it: the composer closes, and saves what it has. */
  readonly letGo: () => void;
}

/** Of all windows that have this reply open, one writes. */
export function useSeat(
  { clientId, conversationId }: ConversationRef,
  { wanted, freshen, letGo }: SeatOptions,
): SeatInHand {
  const rpc = useTRPCClient();
  const [news, setNews] = useState<SeatNews | null>(null);
  const [takeOver, setTakeOver] = useState(false);
  const latest = useRef({ freshen, letGo });
  latest.current = { freshen, letGo };

  useEffect(() => {
    if (!wanted) return undefined;
    let waited = false;
    let ended = false;
    const told = (next: SeatNews) => {
      if (next === 'wanted') return latest.current.letGo();
      if (next === 'elsewhere') waited = true;
      if (next === 'elsewhere' || !waited) return setNews(next);
      // What the other window has saved on its last breath belongs in here.
      void latest.current.freshen().finally(() => ended || setNews(next));
    };
    const seat = rpc.outbox.seat.subscribe({ clientId, conversationId, takeOver }, { onData: told });
    return () => {
      ended = true;
      seat.unsubscribe();
      setNews(null);
    };
  }, [rpc, clientId, conversationId, wanted, takeOver]);
  useEffect(() => {
    if (!wanted) setTakeOver(false);
  }, [wanted]);

  return {
    isMine: news === 'yours',
    isElsewhere: news === 'elsewhere',
    take: () => setTakeOver(true),
  };
}
