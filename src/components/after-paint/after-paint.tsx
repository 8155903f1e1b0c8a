import { startTransition, useEffect, useState, type ReactNode } from 'react';

const waiting = new Set<() => void>();

/** Calls back once what is drawn now is on the screen; returns the function that forgets it. */
function whenPainted(callback: () => void): () => void {
  // Nothing is painted of a window that nobody sees: there is nothing to wait for.
  const wait = document.hidden ? queueMicrotask : requestAnimationFrame;
  if (waiting.size === 0) wait(() => setTimeout(callAll));
  waiting.add(callback);
  return () => waiting.delete(callback);
}

/** All at once, and a key that is pressed meanwhile goes first. */
function callAll(): void {
  const callbacks = [...waiting];
  waiting.clear();
  startTransition(() => callbacks.forEach((callback) => callback()));
}

/** False while what is drawn first is on its way to the screen. */
export function usePainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => whenPainted(() => setPainted(true)), []);
  return isPainted;
}

interface AfterPaintProps {
  readonly children: ReactNode;
  /** Keeps the place of what comes, so that nothing moves when it does. */
  readonly fallback?: ReactNode;
}

/** Draws what nobody waits for a frame after everything that came with it. */
export function AfterPaint({ children, fallback = null }: AfterPaintProps) {
  return usePainted() ? children : fallback;
}
