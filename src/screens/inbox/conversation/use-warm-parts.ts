import { useEffect } from 'react';
import { whenIdle } from '../../../components/part/when-idle.ts';
import { ContextPane, ConversationPane } from '../parts.ts';

function fetchParts(): void {
  ConversationPane.fetchAhead();
  ContextPane.fetchAhead();
  void import('../mail-frame/sanitise.ts');
  void import('../brand-safety/gate.tsx');
}

/** Fetches the code that opening a conversation needs, once the rows are drawn and the page has nothing else to do. */
export function useWarmParts(drawn: boolean): void {
  useEffect(() => {
    if (!drawn) return undefined;
    return whenIdle(fetchParts);
  }, [drawn]);
}
