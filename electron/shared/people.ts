import { z } from 'zod';
import type { ClientId, ConversationId, OperatorId } from './ids.ts';
import type { Instant } from './time.ts';

/** How new conversations find somebody: not by themselves, by turns, or to whom has the least of their measure in hand. */
export const assigningModes = ['off', 'turns', 'load'] as const;
export const whenAwayChoices = ['keep', 'hand-on'] as const;

/** More in one pair of hands is no measure any more. */
export const mostCapacity = 500;

/** Who answers for a client, and how its conversations find them. */
export const PeopleRules = z.object({
  /** Only people who are certified for this client can be assigned or send. */
  certifiedOnly: z.boolean(),
  assigning: z.enum(assigningModes),
  /** How many conversations that wait for us one person has in hand, where nothing else is said of them. */
  capacity: z.int().min(1).max(mostCapacity),
  /** What somebody has in hand when they go away: it stays theirs, or others get it. */
  whenAway: z.enum(whenAwayChoices),
});
export type PeopleRules = z.infer<typeof PeopleRules>;

/** Until somebody says otherwise. */
export const usualPeopleRules: PeopleRules = {
  certifiedOnly: false,
  assigning: 'off',
  capacity: 20,
  whenAway: 'keep',
};

/** Somebody who may work for a client. */
export interface Person {
  readonly operatorId: OperatorId;
  readonly name: string;
  /** When they were certified for this client; null: they are not. */
  readonly certifiedAt: Instant | null;
  /** Whether they may be assigned and send: certified, or this client asks for no certificate. */
  readonly able: boolean;
  /** Their own measure; null: the client's usual one. */
  readonly capacity: number | null;
  /** Conversations of this client that wait for us and are theirs. */
  readonly inHand: number;
  readonly awaySince: Instant | null;
}

/** Who writes in a conversation, as one window is told of it. */
export type ClaimStanding =
  | { readonly state: 'mine'; readonly since: Instant }
  | {
      readonly state: 'taken';
      readonly operatorId: OperatorId;
      readonly name: string;
      readonly since: Instant;
    }
  /** Nobody's: it was sent, left or timed out. */
  | { readonly state: 'free' };

/** A colleague with a reply in hand. */
export interface Writer {
  readonly clientId: ClientId;
  readonly conversationId: ConversationId;
  readonly name: string;
}

/** What somebody is told of a conversation beside the conversation itself. */
export interface Attention {
  readonly following: boolean;
  readonly followers: readonly OperatorId[];
  /** Notes that name them and that they have not seen. */
  readonly unseenMentions: number;
}
