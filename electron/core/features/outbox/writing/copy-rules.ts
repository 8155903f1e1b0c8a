import type { Participant } from '../../../../shared/conversations.ts';

/** A message of the conversation, as far as it says who takes part. */
interface Spoken {
  readonly kind: 'inbound' | 'outbound';
  readonly from: Participant;
  readonly to: readonly Participant[];
  readonly cc: readonly Participant[];
}

interface Round {
  /** Up to the one that is answered, oldest first. */
  readonly spoken: readonly Spoken[];
  /** Addresses of the customer whom the conversation is with. */
  readonly customer: readonly string[];
  /** Addresses that replies of ours leave from. */
  readonly own: readonly string[];
}

const keyOf = ({ address }: Pick<Participant, 'address'>): string => address.trim().toLowerCase();
const everybodyIn = ({ from, to, cc }: Spoken): Participant[] => [from, ...to, ...cc];

/**
 * Others who take part and keep their place in Cc when the customer answers to us alone, as many mail programs do at one
 * click: those whom our last message reached, and those who came in since. Whom we left out stays out; nobody is shown to a
 * customer who has not seen them; and an answer to anybody else goes to those whom they chose.
 */
export function keptInCopy({ spoken, customer, own }: Round): Participant[] {
  const answered = spoken.at(-1);
  const theirs = new Set(customer.map((address) => keyOf({ address })));
  const isTheirs = (person: Participant) => theirs.has(keyOf(person));
  if (!answered || answered.kind !== 'inbound' || !isTheirs(answered.from)) return [];
  const ours = spoken.findLastIndex((message) => message.kind === 'outbound');
  const round = spoken.slice(Math.max(0, ours)).filter((message) => everybodyIn(message).some(isTheirs));
  const seen = new Set([...theirs, ...own.map((address) => keyOf({ address })), '']);
  return round.flatMap(everybodyIn).filter((person) => {
    const key = keyOf(person);
    return !seen.has(key) && Boolean(seen.add(key));
  });
}
