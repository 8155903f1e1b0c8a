import type { OperatorId } from '../../../shared/ids.ts';
import type { PeopleRules } from '../../../shared/people.ts';

/** Somebody who is at the desk, may work for the client and is able to. */
export interface Candidate {
  readonly operatorId: OperatorId;
  /** Conversations that wait for us and are theirs. */
  readonly inHand: number;
  readonly capacity: number;
  /** When it was their turn last: a counter, 0 where it never was. */
  readonly turn: number;
}

const hasRoom = ({ inHand, capacity }: Pick<Candidate, 'inHand' | 'capacity'>): boolean => inHand < capacity;

/** How many conversations all of them together can still take. */
export const roomOf = (candidates: readonly Candidate[]): number =>
  candidates.reduce((sum, { inHand, capacity }) => sum + Math.max(0, capacity - inHand), 0);

/**
 * Who gets a conversation: its last owner where they have room, else by turns (whoever waited longest for one) or by load
 * (whoever has the smallest part of their measure in hand; among equals by turns). Nobody over their capacity; null where
 * nobody has room. The same people give the same answer in whatever order they are named.
 */
export function chooseFor(
  candidates: readonly Candidate[],
  { by, lastOwner }: { by: Exclude<PeopleRules['assigning'], 'off'>; lastOwner: OperatorId | null },
): OperatorId | null {
  const free = candidates.filter(hasRoom);
  const owner = free.find(({ operatorId }) => operatorId === lastOwner);
  const order = by === 'load' ? byLoad : byTurn;
  return (owner ?? free.toSorted(order)[0])?.operatorId ?? null;
}

const byTurn = (a: Candidate, b: Candidate): number =>
  a.turn - b.turn || (a.operatorId < b.operatorId ? -1 : 1);

/** Parts are compared without dividing, which would round. */
const byLoad = (a: Candidate, b: Candidate): number =>
  a.inHand * b.capacity - b.inHand * a.capacity || byTurn(a, b);

/** The people as they stand after one of them got a conversation. */
export function afterGiving(candidates: readonly Candidate[], to: OperatorId): readonly Candidate[] {
  const turn = candidates.reduce((latest, each) => Math.max(latest, each.turn), 0) + 1;
  return candidates.map((each) =>
    each.operatorId === to ? { ...each, inHand: each.inHand + 1, turn } : each,
  );
}

/** Whose a conversation is, and why they may not be the one to answer it. */
interface Holding {
  /** They may not work here any more, or are not certified. */
  readonly unable: boolean;
  /** Epoch milliseconds; null: they are at the desk. */
  readonly awaySince: number | null;
  /** When the customer wrote again after it had ended; null: it did not end in between. */
  readonly reopenedAt: number | null;
}

/**
 * Whether somebody's conversation goes back to all: where they can't answer it any more; where they are away and the
 * client wants it so; and where it was over, and came back after they had left.
 */
export function goesBack(
  { unable, awaySince, reopenedAt }: Holding,
  whenAway: PeopleRules['whenAway'],
): boolean {
  if (unable) return true;
  if (awaySince === null) return false;
  return whenAway === 'hand-on' || (reopenedAt !== null && reopenedAt >= awaySince);
}
