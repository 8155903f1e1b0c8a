import type { ClientId } from '../../../../electron/shared/ids.ts';
import type { Preferences } from '../../../../electron/shared/workspace.ts';

interface Threshold {
  readonly mode: Preferences['switching'];
  /** The client one has been working for; null at the beginning. */
  readonly inHand: ClientId | null;
  readonly wanted: ClientId;
  /** Conversations of the client in hand that wait for an answer; undefined while nobody knows. */
  readonly left: number | undefined;
}

/** Whether another client's conversation may open: `ask` and `hold` keep one client's work together. */
export function gateOf({ mode, inHand, wanted, left }: Threshold): 'open' | 'waiting' | 'ask' | 'hold' {
  if (mode === 'free' || inHand === null || inHand === wanted) return 'open';
  if (left === undefined) return 'waiting';
  if (left === 0) return 'open';
  return mode;
}
