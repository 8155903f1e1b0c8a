import { useSyncExternalStore } from 'react';
import type { ClientId } from '../../../../electron/shared/ids.ts';

/** The client that is being worked for: module state, because it outlives every conversation's pane. */
let inHand: ClientId | null = null;
const listeners = new Set<() => void>();

export function takeInHand(clientId: ClientId): void {
  if (inHand === clientId) return;
  inHand = clientId;
  for (const listener of listeners) listener();
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useClientInHand = (): ClientId | null => useSyncExternalStore(watch, () => inHand);
