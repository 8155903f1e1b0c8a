import { useDocumentTitle } from '@mantine/hooks';
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let badge = 0;

/** How many wait: a browser's tab has no other place to say so. */
export function setTitleBadge(count: number): void {
  badge = count;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The window's title; in a browser with the number of who waits in front. */
export function useTitle(title: string): void {
  const count = useSyncExternalStore(subscribe, () => badge);
  useDocumentTitle(count > 0 && !window.liaisonDesktop ? `(${count}) ${title}` : title);
}
