import { startTransition, useEffect, useState } from 'react';
import { reachOf, type Reach } from './reach-rules.ts';
import { whenIdle } from '../../../components/part/when-idle.ts';

/** Entries to either side of the first one looked at: folded, so many are more than a tall screen shows. */
const atOnce = 24;
/** Drawn together after that: little enough to fit between two keys. */
const portion = 24;

/**
 * The part of a long list that is drawn. What stands around `start`, as it is at first, is there at once; the rest comes
 * while the page has nothing else to do, until all of it can be read, found and walked through.
 */
export function useReach({ count, start }: { readonly count: number; readonly start: number }): Reach {
  const [first] = useState(start);
  const [reach, setReach] = useState(atOnce);
  const part = reachOf({ count, start: first, reach });
  const { isWhole } = part;
  useEffect(() => {
    if (isWhole) return undefined;
    return whenIdle(() => startTransition(() => setReach(reach + portion)));
  }, [isWhole, reach]);
  return part;
}
