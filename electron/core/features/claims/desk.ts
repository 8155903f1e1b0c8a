import type { ConversationId, OperatorId } from '../../../shared/ids.ts';
import type { Claim } from './rules.ts';

/** A window in which somebody has a conversation open. */
interface Hold {
  readonly operatorId: OperatorId;
  /** With its composer; else they only look. */
  readonly writes: boolean;
  /** Their standing may have changed. */
  readonly tell: () => void;
}

interface Seat {
  claim: Claim | null;
  readonly holds: Set<Hold>;
}

/** One client's claims. They live in memory on purpose: they end with the core, as they end with a window. */
export interface ClaimDesk {
  claimOf(id: ConversationId): Claim | null;
  /** Tells every window of the conversation where the holder is another one now. Gives whether that is so. */
  put(id: ConversationId, claim: Claim | null): boolean;
  /** Gives the function that ends the hold. */
  hold(id: ConversationId, hold: Hold): () => void;
  /** Whether they have its composer open in any window. */
  isHeldBy(id: ConversationId, operatorId: OperatorId): boolean;
  all(): readonly { readonly id: ConversationId; readonly claim: Claim }[];
}

export function createClaimDesk(): ClaimDesk {
  const seats = new Map<ConversationId, Seat>();

  function seatOf(id: ConversationId): Seat {
    const seat = seats.get(id) ?? { claim: null, holds: new Set() };
    seats.set(id, seat);
    return seat;
  }
  function tidy(id: ConversationId, seat: Seat): void {
    if (seat.claim === null && seat.holds.size === 0) seats.delete(id);
  }

  return {
    claimOf: (id) => seats.get(id)?.claim ?? null,
    put(id, claim) {
      const seat = seatOf(id);
      const isNews = seat.claim?.operatorId !== claim?.operatorId || seat.claim?.since !== claim?.since;
      seat.claim = claim;
      tidy(id, seat);
      if (isNews) for (const hold of seat.holds) hold.tell();
      return isNews;
    },
    hold(id, hold) {
      const seat = seatOf(id);
      seat.holds.add(hold);
      return () => {
        seat.holds.delete(hold);
        tidy(id, seat);
      };
    },
    isHeldBy: (id, operatorId) =>
      [...(seats.get(id)?.holds ?? [])].some((hold) => hold.writes && hold.operatorId === operatorId),
    all: () => [...seats].flatMap(([id, { claim }]) => (claim ? [{ id, claim }] : [])),
  };
}
