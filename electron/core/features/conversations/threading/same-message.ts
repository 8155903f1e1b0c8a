import { createHash } from 'node:crypto';
import type { ChannelId, ConversationId, MessageId, OperatorId } from '../../../../shared/ids.ts';
import type { ReceivedMessage, ServerCopy } from '../../../../shared/received.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { addressKeyOf } from './link-rules.ts';
import { contentTextOf, isSameContent, type Content } from './same-content-rules.ts';

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
 * Whether a message is there already: under its key in the channel, or by its Message-ID anywhere in the client (one mail
 * in two folders, to two of our addresses, or ours found in Sent). Writer, subject and content must agree
 * (`same-content-rules.ts`); what only shares an identifier is kept under a key of its own, so that no mail is lost.
 */
export function findSame(store: ClientStore, channelId: ChannelId, received: ReceivedMessage): Known {
  const underKey = store.prepare(`SELECT ${columns} FROM messages WHERE channel_id = ? AND dedup_key = ?`);
  const message = underKey.get(channelId, received.dedupKey) as KnownMessage | undefined;
  if (message && isSame(store, message, received)) return { message };
  const named = received.internetMessageId === null ? [] : underMessageId(store, received.internetMessageId);
  const copy = named.find((known) => known.seq !== message?.seq && isSame(store, known, received));
  if (copy) return { message: copy };
  if (!message) return { message: null, dedupKey: received.dedupKey };
  const dedupKey = `${received.dedupKey}#${digestOf(received)}`;
  const other = underKey.get(channelId, dedupKey) as KnownMessage | undefined;
  return other ? { message: other } : { message: null, dedupKey };
}

const digestOf = (received: ReceivedMessage): string =>
  createHash('sha256')
    .update(JSON.stringify([addressKeyOf(received.from.address), received.subject.trim()]))
    .update(contentTextOf(received))
    .digest('hex')
    .slice(0, 32);

const underMessageId = (store: ClientStore, internetMessageId: string): KnownMessage[] =>
  store
    .prepare(`SELECT ${columns} FROM messages WHERE internet_message_id = ? AND kind <> 'note'`)
    .all(internetMessageId) as KnownMessage[];

function isSame(store: ClientStore, known: KnownMessage, received: ReceivedMessage): boolean {
  if (addressKeyOf(known.from_address) !== addressKeyOf(received.from.address)) return false;
  if (known.subject.trim() !== received.subject.trim()) return false;
  // What our outbox sent has an identifier that nobody can guess, and only we write into Sent.
  if (known.operator_id !== null && received.direction === 'outbound') return true;
  return hasSameBytes(store, known.seq, received) || isSameContent(contentOf(store, known.seq), received);
}

/** Most copies are: a mailbox that is read again, one mail moved to another folder. */
function hasSameBytes(store: ClientStore, seq: number, { sourceSha256 }: ReceivedMessage): boolean {
  const row = store.prepare('SELECT sha256 FROM message_sources WHERE message_seq = ?').get(seq) as
    | { sha256: string }
    | undefined;
  return row !== undefined && row.sha256 === sourceSha256;
}

function contentOf(store: ClientStore, seq: number): Content {
  const row = store.prepare('SELECT body, quote, unreadable FROM messages WHERE seq = ?').get(seq) as {
    body: string;
    quote: string;
    unreadable: 0 | 1;
  };
  const attachments = store.prepare('SELECT name, size FROM attachments WHERE message_seq = ?').all(seq) as {
    name: string;
    size: number;
  }[];
  return { text: row.body, quotedText: row.quote, attachments, unreadable: row.unreadable === 1 };
}

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
