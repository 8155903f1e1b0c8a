import { useCallback, useEffect, useRef, useState } from 'react';
import type { Composer } from '../../../../electron/shared/outbox.ts';
import { useTRPCClient } from '../../../rpc/trpc.ts';
import { createDraftSaver, type DraftSaver, type DraftState } from './draft-saver.ts';
import { initialContent, savedForm, type ReplyContent } from './reply-content.ts';

export interface DraftInHand {
  readonly content: ReplyContent;
  readonly state: DraftState;
  readonly saver: DraftSaver<ReplyContent>;
  change(part: Partial<ReplyContent>): void;
}

/** What is being written, saved as it is written; leaving the conversation saves the rest. */
export function useDraft(composer: Composer): DraftInHand {
  const client = useTRPCClient();
  const [content, setContent] = useState(() => initialContent(composer));
  const [state, setState] = useState<DraftState>(composer.draft ? 'saved' : 'clean');
  const [saver] = useState(() =>
    createDraftSaver<ReplyContent>({
      revision: composer.revision,
      onState: setState,
      save: (newest) => client.outbox.saveDraft.mutate(savedForm(newest, composer)),
    }),
  );
  const latest = useRef(content);
  const change = useCallback(
    (part: Partial<ReplyContent>) => {
      latest.current = { ...latest.current, ...part };
      setContent(latest.current);
      saver.change(latest.current);
    },
    [saver],
  );
  useEffect(() => {
    const flush = () => void saver.flush().catch(() => undefined);
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [saver]);
  return { content, state, saver, change };
}
