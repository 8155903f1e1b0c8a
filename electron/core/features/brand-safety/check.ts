import type { ForeignFinding, ForeignKind, ReplyField, ReplyParts } from '../../../shared/brand-safety.ts';
import type { ClientId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Brands } from './brands.ts';
import { foreignIn, type Allowed, type Hit } from './match-rules.ts';
import { customersWords } from './own-words-rules.ts';
import { customersSide, isCustomersAddress } from './queries.ts';

/** A finding that still knows whose it is. */
export interface ForeignPlace extends Omit<ForeignFinding, 'clientName'> {
  readonly clientId: ClientId;
}

export interface CheckOptions {
  readonly brands: Brands;
  readonly stores: { all(): readonly ClientStore[] };
  readonly allowedTo: (clientId: ClientId) => readonly Allowed[];
}

/** Everything in a reply that looks like another client's, field by field. */
export function checkReply(store: ClientStore, parts: ReplyParts, options: CheckOptions): ForeignPlace[] {
  const { foreign, own } = options.brands.sidesOf(store);
  const { written, addresses } = customersSide(store, parts.conversationId);
  const allowed = options.allowedTo(store.clientId);
  const look = (text: string) =>
    foreignIn(text, { foreign, own, allowed, besides: customersWords(text, written) });
  const strangers = parts.recipients.map((address) => (addresses.has(address.toLowerCase()) ? '' : address));
  // The customer's own subject comes back with every answer.
  const isTheirs = written.some((each) => isSameSubject(each, parts.subject));
  const lookAtAddress = (address: string): readonly Hit[] => {
    const hits = look(address).filter(({ kind }) => addressKinds.has(kind));
    return hits.length > 0 || isAllowedAddress(address, allowed) ? hits : customerOf(store, address, options);
  };
  return [
    ...placesIn('text', [parts.text], look),
    ...placesIn('subject', [isTheirs ? '' : parts.subject], look),
    ...placesIn('recipients', strangers, lookAtAddress),
    ...placesIn('attachments', parts.attachments, look),
  ];
}

/** Somebody who never wrote to this client, and writes to another: their letters go there. */
function customerOf(store: ClientStore, address: string, { stores }: CheckOptions): Hit[] {
  if (isCustomersAddress(store, address)) return [];
  const other = stores.all().find((each) => each !== store && isCustomersAddress(each, address));
  return other ? [{ kind: 'address', start: 0, end: address.length, clientId: other.clientId }] : [];
}

const isAllowedAddress = (address: string, allowed: readonly Allowed[]): boolean =>
  allowed.some(({ phrase }) => {
    const wanted = phrase.toLowerCase();
    const given = address.toLowerCase();
    return given === wanted || given.endsWith(`@${wanted}`);
  });

const addressKinds: ReadonlySet<ForeignKind> = new Set(['address', 'domain']);
const bare = (subject: string) =>
  subject
    .replace(/^(?:\p{L}{2,3}\s?:\s*)+/iu, '')
    .trim()
    .toLowerCase();
const isSameSubject = (theirs: string, ours: string) => bare(ours) !== '' && bare(theirs) === bare(ours);

const placesIn = (
  field: ReplyField,
  texts: readonly string[],
  look: (text: string) => readonly Hit[],
): ForeignPlace[] =>
  texts.flatMap((text, index) => (text === '' ? [] : look(text).map((hit) => ({ ...hit, field, index }))));
