import { useLayoutEffect } from 'react';
import type { Composer } from '../../../../electron/shared/outbox.ts';
import { useSession } from '../../../app/session.tsx';
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
 * anything is begun in it they do not: what is saved from there lets them wait in the outbox.
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
  // Before another key can be pressed: nothing may be written into what goes.
  useLayoutEffect(() => {
    if (!hasCome || !isFree) return;
    saver.forget();
    takeUp(newest);
  }, [hasCome, isFree, newest, saver, takeUp]);
}
