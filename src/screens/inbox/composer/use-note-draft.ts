import { useState } from 'react';
import { useTRPCClient } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';
import { createDraftSaver } from './draft-saver.ts';
import { createFollowingSave, joinedText } from './follow-merged.ts';
import { useLastWords } from './use-last-words.ts';

interface NoteDraft {
  change(text: string): void;
  /** It has become a note, or nothing. */
  drop(): void;
}

/** A note outlives a crash, and whoever opens the conversation sees that one is being written. */
export function useNoteDraft({ clientId, conversationId }: ConversationRef, initial: string): NoteDraft {
  const client = useTRPCClient();
  const [saver] = useState(() =>
    createDraftSaver<string>({
      saved: { content: initial, revision: 0 },
      onState: () => undefined,
      save: createFollowingSave({
        at: conversationId,
        known: initial,
        saidIn: (text: string) => text,
        async save(at, text) {
          await client.outbox.saveNote.mutate({ clientId, conversationId: at, text });
          return { revision: 0 };
        },
        standing: async (at) => {
          const drafts = await client.outbox.drafts.query({ clientId, conversationId: at });
          return drafts.find(({ kind }) => kind === 'note')?.text ?? null;
        },
        join: joinedText,
      }),
    }),
  );
  useLastWords(saver);
  return {
    change: (text) => saver.change(text),
    drop: () => saver.change(''),
  };
}
