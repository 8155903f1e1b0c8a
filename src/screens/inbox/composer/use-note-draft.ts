import { useEffect, useState } from 'react';
import { useTRPCClient } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';
import { createDraftSaver } from './draft-saver.ts';

interface NoteDraft {
  change(text: string): void;
  /** It has become a note, or nothing. */
  drop(): void;
}

/** A note outlives a crash, and whoever opens the conversation sees that one is being written. */
export function useNoteDraft(at: ConversationRef): NoteDraft {
  const client = useTRPCClient();
  const [saver] = useState(() =>
    createDraftSaver<string>({
      revision: 0,
      onState: () => undefined,
      async save(text) {
        await client.outbox.saveNote.mutate({ ...at, text });
        return { revision: 0 };
      },
    }),
  );
  useEffect(() => {
    const flush = () => void saver.flush().catch(() => undefined);
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [saver]);
  return {
    change: (text) => saver.change(text),
    drop: () => saver.change(''),
  };
}
