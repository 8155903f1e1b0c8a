import type { Identity } from '../../../../shared/channels.ts';
import type { Participant } from '../../../../shared/conversations.ts';
import { LiaisonError } from '../../../../shared/errors.ts';
import { asHeaderText } from '../header-text.ts';

/** A message of the conversation, as far as answering it goes. */
export interface AnsweredMessage {
  readonly kind: 'inbound' | 'outbound';
  readonly from: Participant;
  readonly to: readonly Participant[];
  readonly cc: readonly Participant[];
  /** Without angle brackets. */
  readonly internetMessageId: string | null;
}

/** Reply and forward marks in the languages that mail programs speak, with an optional count: `Re[2]:`. */
const replyMarks =
  /^\s*(?:(?:re|aw|sv|vs|antw|odp|rv|res|رد|回复|答复)(?:\s*\[\d+\]|\s*\(\d+\))?\s*[:\uff1a]\s*)+/iu;
const longestSubject = 900;

/** RFC 5322, 3.6.5: one `Re: `, however many replies there were. */
export function replySubject(subject: string): string {
  const bare = asHeaderText(subject).replace(replyMarks, '');
  return `Re: ${bare}`.slice(0, longestSubject).trim();
}

/** The address of ours that the customer wrote to, else the channel's first. @throws LiaisonError `no-sender` */
export function senderFor(identities: readonly Identity[], last: AnsweredMessage | undefined): Identity {
  const sender = addressedIdentity(identities, last) ?? identities[0];
  if (!sender) throw new LiaisonError('no-sender');
  return sender;
}

export function addressedIdentity(
  identities: readonly Identity[],
  last: AnsweredMessage | undefined,
): Identity | undefined {
  const addressed = last ? (last.kind === 'inbound' ? [...last.to, ...last.cc] : [last.from]) : [];
  return addressed.map((person) => findIdentity(identities, person.address)).find((found) => found);
}

export const findIdentity = (identities: readonly Identity[], address: string): Identity | undefined =>
  identities.find((identity) => sameAddress(identity.address, address));

/** Domains ignore case and so do, in practice, all mailboxes. */
const sameAddress = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** Who gets the answer: the writer; and in copy everybody who was addressed, without ourselves, each once. */
export function replyRecipients(
  identities: readonly Identity[],
  last: AnsweredMessage | undefined,
): { to: Identity[]; cc: Identity[]; bcc: Identity[] } {
  if (!last) return { to: [], cc: [], bcc: [] };
  const seen = new Set(identities.map((identity) => identity.address.toLowerCase()));
  const fresh = (people: readonly Participant[]) =>
    people.filter(({ address }) => {
      const key = address.toLowerCase();
      if (key === '' || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  const to = fresh(last.kind === 'inbound' ? [last.from] : last.to);
  const cc = fresh(last.kind === 'inbound' ? [...last.to, ...last.cc] : last.cc);
  return { to: to.map(asIdentity), cc: cc.map(asIdentity), bcc: [] };
}

const asIdentity = ({ name, address }: Participant): Identity => ({
  name: asHeaderText(name).slice(0, 120),
  address: asHeaderText(address),
});

const longestChain = 20;

/** RFC 5322, 3.6.4, as a chain of the conversation's ids, oldest first; a long one keeps its root and its newest. */
export function referencesOf(messages: readonly AnsweredMessage[]): {
  inReplyTo: string | null;
  references: string[];
} {
  const usable = messages.filter(
    (message) => message.internetMessageId && idPattern.test(message.internetMessageId),
  );
  const ids = [...new Set(usable.map((message) => message.internetMessageId ?? ''))];
  const inbound = usable.findLast((message) => message.kind === 'inbound');
  const parent = (inbound ?? usable.at(-1))?.internetMessageId ?? null;
  const chain = parent === null ? ids : [...ids.filter((id) => id !== parent), parent];
  const references =
    chain.length <= longestChain ? chain : [...chain.slice(0, 1), ...chain.slice(1 - longestChain)];
  return { inReplyTo: parent, references };
}

/** Visible ASCII without brackets: what may stand between `<` and `>`; a forged id does not travel on. */
const idPattern = /^[!-;=?-~]{1,240}$/;
