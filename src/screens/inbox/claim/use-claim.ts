import { useEffect, useRef, useState } from 'react';
import type { ErrorShape } from '../../../../electron/shared/errors.ts';
import type { ClaimStanding } from '../../../../electron/shared/people.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPCClient } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';

export interface ClaimInHand {
  /** Null: not asked, or not answered yet. */
  readonly standing: ClaimStanding | null;
  /** The operator may write: it is theirs, and the newest draft is here. */
  readonly isMine: boolean;
  readonly failure: ErrorShape | null;
  /** From whom the panel says it is. */
  take(): void;
}

interface ClaimOptions {
  /** The composer is open. */
  readonly wanted: boolean;
  /** Brings what a colleague may have written until now. */
  readonly freshen: () => Promise<unknown>;
}

/** Holds a conversation for as long as its composer is open here, and tells where somebody else has it. */
export function useClaim(
  { clientId, conversationId }: ConversationRef,
  { wanted, freshen }: ClaimOptions,
): ClaimInHand {
  const rpc = useTRPCClient();
  const [standing, setStanding] = useState<ClaimStanding | null>(null);
  const [isMine, setMine] = useState(false);
  const [failure, setFailure] = useState<ErrorShape | null>(null);
  const latest = useRef(freshen);
  latest.current = freshen;

  useEffect(() => {
    if (!wanted) return undefined;
    let state: ClaimStanding['state'] = 'free';
    let ended = false;
    const fail = (error: unknown) => setFailure(failureOf(error));
    function told(next: ClaimStanding): void {
      const wasMine = state === 'mine';
      state = next.state;
      setStanding(next);
      if (state === 'taken') setMine(false);
      // One that timed out stays open: the next word takes it back, unless somebody was there first.
      if (state !== 'mine' || wasMine) return;
      latest
        .current()
        .then(() => {
          if (!ended && state === 'mine') setMine(true);
        })
        .catch(fail);
    }
    const held = rpc.claims.hold.subscribe({ clientId, conversationId }, { onData: told, onError: fail });
    return () => {
      ended = true;
      held.unsubscribe();
      setStanding(null);
      setMine(false);
      setFailure(null);
    };
  }, [rpc, clientId, conversationId, wanted]);

  return {
    standing,
    isMine,
    failure,
    take() {
      const from = standing?.state === 'taken' ? standing.operatorId : null;
      setFailure(null);
      rpc.claims.take
        .mutate({ clientId, conversationId, from })
        .catch((error: unknown) => setFailure(failureOf(error)));
    },
  };
}
