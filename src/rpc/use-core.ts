import { createContext, useContext, useSyncExternalStore } from 'react';
import type { CoreAccess } from './core.ts';
import type { LineState } from './line.ts';

const CoreContext = createContext<CoreAccess | null>(null);
export const CoreProvider = CoreContext.Provider;

export function useCore(): CoreAccess {
  const core = useContext(CoreContext);
  if (!core) throw new Error('no core above this component');
  return core;
}

export function useLineState(): LineState {
  const { line } = useCore();
  return useSyncExternalStore(line.watch, () => line.state);
}
