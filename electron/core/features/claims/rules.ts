import type { OperatorId } from '../../../shared/ids.ts';

/** Somebody writes in a conversation: nobody else does meanwhile. Times are epoch milliseconds. */
export interface Claim {
  readonly operatorId: OperatorId;
  readonly since: number;
  /** The last sign of them: a word typed, or attention that their window told of. */
  readonly seen: number;
}

/**
 * A long answer is thought over, and looked up elsewhere, for minutes; who has neither typed nor read for ten has left the
 * desk, while the customer waits and colleagues stand before a closed composer.
 */
export const claimMilliseconds = 10 * 60_000;

const isLive = (claim: Claim, now: number): boolean => now - claim.seen < claimMilliseconds;

/** What stands of a claim by now: nothing where its holder was not seen for too long. */
export const liveClaim = (claim: Claim | null, now: number): Claim | null =>
  claim && isLive(claim, now) ? claim : null;

/** Another's claim stays theirs, one's own goes on; what is free becomes one's own. */
export function claimed(claim: Claim | null, { by, now }: { by: OperatorId; now: number }): Claim {
  const live = liveClaim(claim, now);
  if (!live) return { operatorId: by, since: now, seen: now };
  return live.operatorId === by ? { ...live, seen: now } : live;
}

/**
 * A deliberate step in front of somebody. It names whom it is taken from (null: nobody), so that of two who take it over
 * at once only one does; null where it is somebody else's by now.
 */
export function takenOver(
  claim: Claim | null,
  { by, from, now }: { by: OperatorId; from: OperatorId | null; now: number },
): Claim | null {
  const live = liveClaim(claim, now);
  if (live?.operatorId === by) return { ...live, seen: now };
  return (live?.operatorId ?? null) === from ? { operatorId: by, since: now, seen: now } : null;
}
