import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect } from 'react';
import type { Composer } from '../../../../electron/shared/outbox.ts';
import { useSession } from '../../../app/session.tsx';
import { useTRPC } from '../../../rpc/trpc.ts';
import { isUntouched } from './untouched.ts';
import type { DraftInHand } from './use-draft.ts';

interface TakenBackOptions {
  /** What the composer is bound to, and what it would be bound to if it opened now; null: not known. */
  readonly composer: Composer;
  readonly newest: Composer | null;
  readonly draft: DraftInHand;
  /** Something is begun beside the words: a file that is on its way, half an address. */
  readonly isBegun: boolean;
  readonly takeUp: (newest: Composer) => void;
}

/**
 * One's own words that an undo has put into the draft come into the composer that stands open and empty over it. Where
 * anything is begun in it they do not: what is saved from there lets them wait in the outbox. The undo may have been
 * pressed in another window, of which this one hears that there is a draft.
 */
export function useTakenBack({ composer, newest, draft, isBegun, takeUp }: TakenBackOptions): void {
  const { operator } = useSession();
  const { content, state, saver } = draft;
  const hasCome =
    newest?.draft?.operatorId === operator.id &&
    newest.kind === composer.kind &&
    newest.binding === composer.binding &&
    newest.revision > saver.saved.revision;
  const isFree = !isBegun && state !== 'saving' && state !== 'failed' && isUntouched(content, composer);
  const draftedAt = useDraftedAt(composer);
  const trpc = useTRPC();
  const cache = useQueryClient();
  const { clientId, conversationId, kind } = composer;
  useEffect(() => {
    if (draftedAt === null || !isFree) return;
    void cache.invalidateQueries(trpc.outbox.compose.queryFilter({ clientId, conversationId, kind }));
  }, [draftedAt, isFree, cache, trpc, clientId, conversationId, kind]);
  // Before another key can be pressed: nothing may be written into what goes.
  useLayoutEffect(() => {
    if (!hasCome || !isFree) return;
    saver.forget();
    takeUp(newest);
  }, [hasCome, isFree, newest, saver, takeUp]);
}

/** When one's own draft of what is written here was saved; null: there is none. */
function useDraftedAt({ clientId, conversationId, kind }: Composer): string | null {
  const { operator } = useSession();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.outbox.drafts.queryOptions({ clientId, conversationId }));
  return data?.find((each) => each.kind === kind && each.operatorId === operator.id)?.savedAt ?? null;
}
