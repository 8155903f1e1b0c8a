import { useCallback, useRef, useState } from 'react';
import type { Composer } from '../../../../electron/shared/outbox.ts';
import { useTRPCClient } from '../../../rpc/trpc.ts';
import { createDraftSaver, type DraftSaver, type DraftState } from './draft-saver.ts';
import { createFollowingSave } from './follow-merged.ts';
import { useLastWords } from './use-last-words.ts';
import { initialContent, joinedContent, saidIn, savedForm, type ReplyContent } from './reply-content.ts';

export interface DraftInHand {
  readonly content: ReplyContent;
  readonly state: DraftState;
  readonly saver: DraftSaver<ReplyContent>;
  change(part: Partial<ReplyContent>): void;
  /** As it stands now, whatever was last shown. */
  newest(): ReplyContent;
}

/** What is being written, saved as it is written; leaving the conversation saves the rest. */
export function useDraft(composer: Composer): DraftInHand {
  const client = useTRPCClient();
  const [content, setContent] = useState(() => initialContent(composer));
  const [state, setState] = useState<DraftState>(composer.draft ? 'saved' : 'clean');
  const [saver] = useState(() => {
    let seen = { at: composer.conversationId, revision: composer.revision };
    return createDraftSaver<ReplyContent>({
      saved: { content, revision: composer.revision },
      onState: setState,
      save: createFollowingSave({
        at: composer.conversationId,
        known: saidIn(content),
        saidIn,
        async save(at, newest) {
          const draft = await client.outbox.saveDraft.mutate({
            ...savedForm(newest, { ...composer, conversationId: at }),
            seen: seen.at === at ? seen.revision : null,
          });
          seen = { at, revision: draft.revision };
          return draft;
        },
        standing: async (at) => {
          const { clientId, kind } = composer;
          const drafts = await client.outbox.drafts.query({ clientId, conversationId: at });
          if (!drafts.some((each) => each.kind === kind)) return null;
          return initialContent(await client.outbox.compose.query({ clientId, conversationId: at, kind }));
        },
        join: joinedContent,
      }),
    });
  });
  const latest = useRef(content);
  const change = useCallback(
    (part: Partial<ReplyContent>) => {
      latest.current = { ...latest.current, ...part };
      setContent(latest.current);
      saver.change(latest.current);
    },
    [saver],
  );
  useLastWords(saver);
  return { content, state, saver, change, newest: () => latest.current };
}
