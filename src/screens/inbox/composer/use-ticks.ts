import { useEffect, useState } from 'react';
import type { ConversationId } from '../../../../electron/shared/ids.ts';
import type { Composer } from '../../../../electron/shared/outbox.ts';

interface Ticked {
  readonly text: string;
  readonly ids: readonly string[];
}

/** For as long as the window lives. Ticks belong to words: a reply taken back has both, a new one has neither. */
const kept = new Map<ConversationId, Ticked>();

/** Which items of the checklist are ticked for what is being written. */
export function useTicks(
  { conversationId, draft, checklist }: Composer,
  text: string,
): [readonly string[], (ids: readonly string[]) => void] {
  const [ids, setIds] = useState<readonly string[]>(() => {
    const before = kept.get(conversationId);
    if (before === undefined || before.text !== draft?.text) return [];
    return before.ids.filter((id) => checklist.some((item) => item.id === id));
  });
  useEffect(() => {
    // An empty reply beside one that is on its way has no ticks of its own: those of the other are still wanted.
    if (text !== '' || ids.length > 0) kept.set(conversationId, { text, ids });
  }, [conversationId, text, ids]);
  return [ids, setIds];
}
