import { useEffect } from 'react';
import { whenIdle } from './when-idle.ts';

export const loadConversation = () => import('./conversation-pane.tsx');
export const loadContext = () => import('../context/context-pane.tsx');

const parts = [
  loadConversation,
  loadContext,
  () => import('../composer/reply-area.tsx'),
  () => import('../mail-frame/sanitise.ts'),
  () => import('../brand-safety/gate.tsx'),
];

/** Fetches the code that opening a conversation needs, once the rows are drawn and the page has nothing else to do. */
export function useWarmParts(drawn: boolean): void {
  useEffect(() => {
    if (!drawn) return undefined;
    return whenIdle(() => parts.forEach((load) => void load()));
  }, [drawn]);
}
