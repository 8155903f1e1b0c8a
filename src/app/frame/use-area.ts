import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The first two parts of the address: "/inbox/all", "/settings". What is opened there changes nothing of it. */
export const useArea = (): string =>
  useSyncExternalStore(subscribe, () => `/${location.hash.split('/').slice(1, 3).join('/')}`);
