import { useSyncExternalStore } from 'react';

/** Ages are shown in minutes; half of one is fine enough. */
const tickMilliseconds = 30_000;

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | null = null;

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) now = Date.now();
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, tickMilliseconds);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer) {
      clearInterval(timer);
      timer = null;
    }
  };
}

/** The present in epoch milliseconds; all that show it move together. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
