import { useEffect } from 'react';

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
    if (!drawn) return;
    const warm = () => parts.forEach((load) => void load());
    // Not every browser tells when it is idle.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(warm);
      return () => clearTimeout(timer);
    }
    const call = requestIdleCallback(warm, { timeout: 500 });
    return () => cancelIdleCallback(call);
  }, [drawn]);
}
