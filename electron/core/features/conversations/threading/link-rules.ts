import type { Participant } from '../../../../shared/conversations.ts';

/** What threading needs to know of a message. Addresses are in the form of `addressKeyOf`. */
export interface Linkable {
  readonly kind: 'inbound' | 'outbound' | 'note';
  readonly from: string;
  /** `to` and `cc`. */
  readonly recipients: readonly string[];
}

/** Two mails of the same contact and subject further apart than this are two matters. */
export const subjectWindowMilliseconds = 7 * 24 * 3_600_000;

/** Mail addresses are compared without case, as every large provider does. */
export const addressKeyOf = (address: string): string => address.trim().normalize('NFC').toLowerCase();

export const addressKeysOf = (people: readonly Participant[]): string[] =>
  people.map((person) => addressKeyOf(person.address));

const isParticipant = (address: string, message: Linkable, own: ReadonlySet<string>): boolean =>
  !own.has(address) && (message.from === address || message.recipients.includes(address));

/** The addresses of ours that a message came to, or left from. */
export const aliasesOf = (message: Linkable, own: ReadonlySet<string>): string[] =>
  (message.kind === 'outbound' ? [message.from] : message.recipients).filter((address) => own.has(address));

/**
 * Whether `answer`, whose headers name `asked`, may join its conversation. Headers are easily forged: they count only from
 * somebody who took part in the named message, and our own address in From proves nothing (anybody can write it). What
 * stands in our Sent mailbox is ours.
 */
export const mayFollow = (answer: Linkable, asked: Linkable, own: ReadonlySet<string>): boolean =>
  answer.kind === 'outbound' || isParticipant(answer.from, asked, own);

/**
 * Whether `late`, an older message that turns up after `answer` named it, may join the answer's conversation. Stricter
 * than `mayFollow`: its writer must be somebody whom the answer speaks to, so that nobody can slip in under a known id.
 */
export const mayPrecede = (late: Linkable, answer: Linkable, own: ReadonlySet<string>): boolean =>
  mayFollow(answer, late, own) &&
  (late.kind === 'outbound' || answer.kind === 'outbound' || isParticipant(late.from, answer, own));

/** The customer of a message: who wrote to us, or the first stranger whom we wrote to. */
export function customerOf(
  message: {
    kind: Linkable['kind'];
    from: Participant;
    to: readonly Participant[];
    cc: readonly Participant[];
  },
  own: ReadonlySet<string>,
): Participant {
  if (message.kind !== 'outbound') return message.from;
  const recipients = [...message.to, ...message.cc];
  return recipients.find((person) => !own.has(addressKeyOf(person.address))) ?? recipients[0] ?? message.from;
}

/**
 * The moment a message counts from, in whole milliseconds: when it says it was written, but not after it reached the
 * mailbox (a writer's clock that runs ahead must not shorten a wait). A time that is no time counts for nothing.
 */
export function momentOf({ sentAt, receivedAt }: { sentAt: number; receivedAt: number }): number {
  const known = [sentAt, receivedAt].filter((time) => Number.isFinite(time));
  return Math.max(0, Math.floor(Math.min(...(known.length > 0 ? known : [0]))));
}
