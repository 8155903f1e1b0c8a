import type { ChannelId, ConversationId, MessageId, OperatorId } from '../../../shared/ids.ts';
import type { ReceivedMessage, ServerCopy } from '../../../shared/received.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { addressKeyOf } from './link-rules.ts';

export interface KnownMessage {
  readonly seq: number;
  readonly id: MessageId;
  readonly conversation_id: ConversationId;
  readonly kind: 'inbound' | 'outbound';
  readonly operator_id: OperatorId | null;
  readonly from_address: string;
  readonly subject: string;
}
const columns = 'seq, id, conversation_id, kind, operator_id, from_address, subject';

/** What `find` answers: a message that is there already, or the key under which a new one is to be kept. */
export type Known =
  | { readonly message: KnownMessage }
  | { readonly message: null; readonly dedupKey: string };

/**
 * Whether a message is there already: under its key in the channel, or by its Message-ID in another channel of the client
 * (one mail to two of our addresses). Broken programs give two mails one Message-ID: then writer and subject tell them
 * apart and the second one is kept under a key of its own, so that no mail is lost.
 */
export function findSame(store: ClientStore, channelId: ChannelId, received: ReceivedMessage): Known {
  const underKey = store.prepare(`SELECT ${columns} FROM messages WHERE channel_id = ? AND dedup_key = ?`);
  const message = underKey.get(channelId, received.dedupKey) as KnownMessage | undefined;
  if (message && isSame(message, received)) return { message };
  if (message) {
    const dedupKey = `${received.dedupKey}#${received.sourceSha256 ?? received.sentAt}`;
    const other = underKey.get(channelId, dedupKey) as KnownMessage | undefined;
    return other ? { message: other } : { message: null, dedupKey };
  }
  const elsewhere =
    received.internetMessageId === null ? [] : underMessageId(store, received.internetMessageId);
  const copy = elsewhere.find((known) => isSame(known, received));
  return copy ? { message: copy } : { message: null, dedupKey: received.dedupKey };
}

const underMessageId = (store: ClientStore, internetMessageId: string): KnownMessage[] =>
  store
    .prepare(`SELECT ${columns} FROM messages WHERE internet_message_id = ? AND kind <> 'note'`)
    .all(internetMessageId) as KnownMessage[];

const isSame = (known: KnownMessage, received: ReceivedMessage): boolean =>
  addressKeyOf(known.from_address) === addressKeyOf(received.from.address) &&
  known.subject.trim() === received.subject.trim();

/** Remembers where on the server the message stands; a copy seen again is no longer removed. */
export function keepCopy(
  store: ClientStore,
  at: { channelId: ChannelId; seq: number; copy: ServerCopy | null },
): void {
  if (!at.copy) return;
  store
    .prepare(
      `INSERT INTO server_copies (channel_id, mailbox, uid_validity, uid, message_seq, removed) VALUES (?, ?, ?, ?, ?, 0)
       ON CONFLICT (channel_id, mailbox, uid_validity, uid) DO UPDATE SET message_seq = excluded.message_seq, removed = 0`,
    )
    .run(at.channelId, at.copy.mailbox, at.copy.uidValidity, at.copy.uid, at.seq);
}

/** The server no longer has them; what was stored stays. Copies never seen are ignored. */
export function markRemoved(store: ClientStore, channelId: ChannelId, copies: readonly ServerCopy[]): void {
  const mark = store.prepare(
    'UPDATE server_copies SET removed = 1 WHERE channel_id = ? AND mailbox = ? AND uid_validity = ? AND uid = ?',
  );
  for (const copy of copies) mark.run(channelId, copy.mailbox, copy.uidValidity, copy.uid);
}
