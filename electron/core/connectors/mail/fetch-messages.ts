import type { ImapFlow } from 'imapflow';
import { LiaisonError } from '../../../shared/errors.ts';
import type { LargeSizes } from './large-messages.ts';
import { mailLimits } from './limits.ts';
import type { WholeMessage } from './message-cutter.ts';
import type { RawMessage } from './parse-pool.ts';
import { setOf, writeSet } from './uid-set.ts';
import type { WholeMessages } from './whole-messages.ts';

/** Messages of one mailbox as they came, and up to which of the UIDs asked for they are complete. */
export interface Fetched {
  readonly messages: readonly RawMessage[];
  readonly upTo: number;
}

export interface FetchRequest {
  readonly client: ImapFlow;
  readonly whole: WholeMessages;
  readonly mailbox: string;
  readonly uidValidity: string;
  /** Ascending. */
  readonly uids: readonly number[];
  readonly large: LargeSizes;
  readonly place: RawMessage['place'];
  readonly ownAddresses: readonly string[];
}

/**
 * Fetches bodies without setting `\Seen`. Ends before the last UID where the bytes would grow too large for one batch.
 * What the server answers is matched by UID, in whatever order it comes; UIDs that were removed meanwhile are absent.
 *
 * @throws what imapflow throws; LiaisonError `connection-lost` when an answer broke off
 */
export async function fetchMessages(request: FetchRequest): Promise<Fetched> {
  const { client, whole, large } = request;
  const uids = fitting(request);
  const asked = new Set(uids);
  const messages: RawMessage[] = [];
  const wants = (uid: number) => asked.has(uid);
  const take = (message: Come) => {
    if (asked.delete(message.uid)) messages.push(rawOf(message, request));
  };
  const oversized = uids.some((uid) => (large.get(uid) ?? 0) > mailLimits.message);
  const source = oversized ? { start: 0, maxLength: mailLimits.message } : true;
  const query = { uid: true, internalDate: true, source };
  await whole.during({ wants, take }, async () => {
    for await (const answer of client.fetch(writeSet(setOf(uids)), query, { uid: true })) {
      const { uid, internalDate, source: bytes } = answer;
      if (bytes) take({ uid, internalDate, bytes });
    }
  });
  if (!client.usable)
    throw new LiaisonError('connection-lost', { retry: 'later', detail: { server: 'imap' } });
  return {
    messages: messages.toSorted((a, b) => (a.receivedAt ?? 0) - (b.receivedAt ?? 0)),
    upTo: uids.at(-1) ?? 0,
  };
}

/** A message that came, by either way. */
type Come = Omit<WholeMessage, 'internalDate'> & { readonly internalDate: Date | string | undefined };

/** As many as fit into one batch, one at least. */
function fitting({ uids, large }: FetchRequest): readonly number[] {
  let bytes = 0;
  const end = uids.findIndex((uid, index) => {
    bytes += Math.min(large.get(uid) ?? mailLimits.ordinaryMessage, mailLimits.message);
    return index > 0 && bytes > mailLimits.batchBytes;
  });
  return end === -1 ? uids : uids.slice(0, end);
}

function rawOf({ uid, internalDate, bytes }: Come, request: FetchRequest): RawMessage {
  const { mailbox, uidValidity, place, ownAddresses, large } = request;
  const size = large.get(uid) ?? 0;
  return {
    bytes,
    receivedAt: timeOf(internalDate),
    copy: { mailbox, uidValidity, uid },
    place,
    ownAddresses,
    truncated: size > mailLimits.message && bytes.length >= mailLimits.message,
  };
}

function timeOf(internalDate: Date | string | undefined): number {
  const at = internalDate === undefined ? Number.NaN : new Date(internalDate).getTime();
  return Number.isNaN(at) ? Date.now() : at;
}
