import type { ConversationId } from '../../../../shared/ids.ts';

/** One thing that speaks for a message's belonging to a conversation. */
export interface Evidence {
  readonly id: ConversationId;
  /**
   * `names`: its headers name a message there, the `nth` from the last of them (0: what it answers); `named`: a message there
   * names it; `subject`: nothing but the subject.
   */
  readonly by: 'names' | 'named' | 'subject';
  readonly nth: number;
  /** Its own writer wrote the message there, or we did: not somebody else who wrote to both. */
  readonly ownWords: boolean;
  /** Whoever wrote it took part there: headers are easily forged. */
  readonly tookPart: boolean;
  /** It goes on under the same subject; another one begins a topic of its own. */
  readonly goesOn: boolean;
  /** It came to an address of ours that the conversation came to. */
  readonly sameAlias: boolean;
  /** The conversation is with whoever wrote it. */
  readonly sameSender: boolean;
  /** It hangs together by a message of ours. */
  readonly ours: boolean;
}

export interface Scored {
  readonly id: ConversationId;
  readonly score: number;
  readonly ours: boolean;
}

/**
 * What each thing weighs. What a message answers of its writer's or ours outweighs everything else there is, so that an
 * answer goes to where the message stands now that it answers; the nearer, the more. What somebody else wrote to its writer
 * weighs less: nobody's mail may pull another customer's answers to itself. Sender and address only decide between equals.
 */
const weights = {
  answers: 1000,
  answersOther: 600,
  nearer: 4,
  named: 150,
  subject: 100,
  sameSender: 2,
  sameAlias: 1,
} as const;

const weightOf = ({ by, nth, ownWords }: Evidence): number => {
  if (by === 'named') return weights.named;
  if (by === 'subject') return weights.subject;
  return (ownWords ? weights.answers : weights.answersOther) - weights.nearer * Math.min(nth, 99);
};

/**
 * The conversations that a message may join, the likeliest first. Where it names messages and its writer took part in none
 * of them, it stays out, whatever else it claims; where it goes on under another subject, it begins a topic of its own.
 */
export function scoresOf(evidence: readonly Evidence[]): Scored[] {
  const byConversation = Map.groupBy(evidence, ({ id }) => id);
  const scored = [...byConversation].flatMap(([id, all]): Scored[] => {
    const named = all.filter(({ by }) => by === 'names');
    if (named.length > 0 && named.every(({ tookPart }) => !tookPart)) return [];
    const counting = all.filter(({ tookPart, goesOn }) => tookPart && goesOn);
    if (counting.length === 0) return [];
    return [{ id, score: Math.max(...counting.map(scoreOf)), ours: counting.some(({ ours }) => ours) }];
  });
  return scored.toSorted((a, b) => b.score - a.score);
}

const scoreOf = (one: Evidence): number =>
  weightOf(one) + (one.sameSender ? weights.sameSender : 0) + (one.sameAlias ? weights.sameAlias : 0);
