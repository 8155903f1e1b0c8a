import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * One function for as long as the component is there, which does what the newest one would: what is given it needs no
 * drawing because somebody typed beside it.
 */
export function useSteady<Given extends readonly unknown[]>(
  call: (...given: Given) => void,
): (...given: Given) => void {
  const newest = useRef(call);
  useLayoutEffect(() => {
    newest.current = call;
  });
  return useCallback((...given: Given) => newest.current(...given), []);
}
