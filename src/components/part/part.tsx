import { createElement, lazy, useState, type ComponentType, type ReactNode } from 'react';
import { whenIdle } from './when-idle.ts';

/** A component whose code is fetched when it is first drawn, or before. */
export interface Part<Props> {
  (props: Props): ReactNode;
  fetchAhead(): void;
}

/**
 * Like React's `lazy`, but what was fetched before is drawn at once. `lazy` leaves a gap at its first drawing even then,
 * and after any gap React shows nothing else that was waited for until 300 ms have passed. Needs a `Suspense` above it.
 */
export function part<Props extends object>(fetch: () => Promise<ComponentType<Props>>): Part<Props> {
  let fetched: ComponentType<Props> | null = null;
  const load = async () => ({ default: (fetched ??= await fetch()) });
  const Waiting = lazy(load);
  function Drawn(props: Props) {
    // Once drawn it stays the same component: what is in it survives.
    const [component] = useState<ComponentType<Props>>(() => fetched ?? Waiting);
    return createElement(component, props);
  }
  // Where it fails nothing is lost: drawing it tries again, and tells.
  return Object.assign(Drawn, { fetchAhead: () => void load().catch(() => undefined) });
}

/** One that is fetched as soon as what it is a part of is there and the page has nothing else to do. */
export function partAhead<Props extends object>(fetch: () => Promise<ComponentType<Props>>): Part<Props> {
  const made = part(fetch);
  whenIdle(made.fetchAhead);
  return made;
}
