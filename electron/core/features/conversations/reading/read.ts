import type { Attachment, Conversation, Message, Participant } from '../../../../shared/conversations.ts';
import type {
  AttachmentId,
  ChannelId,
  ContactId,
  ConversationId,
  MessageId,
  OperatorId,
} from '../../../../shared/ids.ts';
import { toInstant, toInstantOrNull, type Instant } from '../../../../shared/time.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { isPlaced } from '../../../store/client/placed-sql.ts';
import { addressesOf, findContact } from '../contact-queries.ts';
import { dangerOf, isSafePicture } from '../attachment-rules.ts';
import { failuresOf } from '../intake/bounces.ts';
import { mustFindConversation } from '../conversation-rows.ts';
import { namedOf } from '../status-word.ts';
import { toldEventsOf } from '../history/told-events.ts';

/** Enough to see what the customer wrote about before. */
const mostEarlier = 20;

/** A conversation as the page shows it. @throws LiaisonError `not-found` */
export function readConversation(store: ClientStore, id: ConversationId): Omit<Conversation, 'due'> {
  const row = mustFindConversation(store, id);
  const contact = findContact(store, row.contact_id);
  return {
    clientId: store.clientId,
    id,
    subject: row.subject,
    status: row.status,
    named: namedOf(store, row),
    assigneeId: row.assignee_id,
    channelId: row.channel_id,
    tags: tagsOf(store, id),
    messageCount: row.message_count,
    hasAttachments: row.has_attachments === 1,
    lastMessageAt: toInstant(row.last_message_at),
    waitingSince: toInstantOrNull(row.waiting_since),
    snoozedUntil: row.status === 'snoozed' ? snoozedUntil(store, id) : null,
    createdAt: toInstant(row.created_at),
    contact: {
      id: row.contact_id,
      name: contact?.name ?? '',
      identities: addressesOf(store, row.contact_id).map((address) => ({ kind: 'email', address })),
      language: contact?.language ?? null,
      earlier: earlierOf(store, { contactId: row.contact_id, id }),
    },
    messages: messagesOf(store, id),
    events: toldEventsOf(store, id),
  };
}

function snoozedUntil(store: ClientStore, id: ConversationId): Instant | null {
  const row = store.first(store.sql.selectFrom('snoozes').select('until').where('conversation_id', '=', id));
  return toInstantOrNull(row?.until ?? null);
}

export const tagsOf = (store: ClientStore, id: ConversationId): string[] =>
  (
    store.prepare('SELECT tag FROM conversation_tags WHERE conversation_id = ? ORDER BY tag').all(id) as {
      tag: string;
    }[]
  ).map((row) => row.tag);

function earlierOf(store: ClientStore, of: { contactId: ContactId; id: ConversationId }) {
  const rows = store
    .prepare(
      `SELECT id, subject, last_message_at FROM conversations
       WHERE contact_id = ? AND id <> ? AND status <> 'spam' ORDER BY last_message_at DESC LIMIT ${mostEarlier}`,
    )
    .all(of.contactId, of.id) as { id: ConversationId; subject: string; last_message_at: number }[];
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject,
    lastMessageAt: toInstant(row.last_message_at),
  }));
}

export interface MessageRow {
  readonly seq: number;
  readonly id: MessageId;
  readonly kind: Message['kind'];
  readonly channel_id: ChannelId;
  readonly operator_id: OperatorId | null;
  readonly from_name: string;
  readonly from_address: string;
  readonly recipients: string;
  readonly subject: string;
  readonly body: string;
  readonly quote: string;
  readonly has_html: 0 | 1;
  readonly automatic: 0 | 1;
  readonly unreadable: 0 | 1;
  readonly forwarded: 0 | 1;
  readonly internet_message_id: string | null;
  readonly sent_at: number;
}

/** The messages of a conversation in the order in which they were written. */
export const messageRowsOf = (store: ClientStore, id: ConversationId): MessageRow[] =>
  store
    .prepare(
      `SELECT seq, id, kind, channel_id, operator_id, from_name, from_address, recipients, subject, body, quote, has_html,
         automatic, unreadable, internet_message_id, sent_at,
         EXISTS (SELECT 1 FROM forwards WHERE message_seq = messages.seq) AS forwarded
       FROM messages WHERE conversation_id = ? ORDER BY sent_at, seq`,
    )
    .all(id) as MessageRow[];

export const recipientsOf = (row: MessageRow) =>
  JSON.parse(row.recipients) as { to: readonly Participant[]; cc: readonly Participant[] };

function messagesOf(store: ClientStore, id: ConversationId): Message[] {
  const attachments = Map.groupBy(attachmentRowsOf(store, id), (row) => row.message_seq);
  const failures = failuresOf(store, id);
  return messageRowsOf(store, id).map((row) => ({
    id: row.id,
    kind: row.kind,
    channelId: row.channel_id,
    from: { name: row.from_name, address: row.from_address },
    ...recipientsOf(row),
    subject: row.subject,
    text: row.body,
    quotedText: row.quote,
    forwarded: row.forwarded === 1,
    hasHtml: row.has_html === 1,
    automatic: row.automatic === 1,
    operatorId: row.operator_id,
    at: toInstant(row.sent_at),
    attachments: (attachments.get(row.seq) ?? []).map(presentAttachment),
    bounced: failures.get(row.id) ?? [],
    unreadable: row.unreadable === 1,
  }));
}

export interface AttachmentRow {
  readonly id: AttachmentId;
  readonly message_seq: number;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly inline: 0 | 1;
}

/** `inline` where the message's own markup shows it: whatever else its sender called inline stands in the list. */
export const attachmentRowsOf = (store: ClientStore, id: ConversationId): AttachmentRow[] =>
  (
    store
      .prepare(
        `SELECT a.id, a.message_seq, a.name, a.type, a.size, ${isPlaced} AS inline
         FROM messages m JOIN attachments a ON a.message_seq = m.seq WHERE m.conversation_id = ?
         ORDER BY a.message_seq, a.part`,
      )
      .all(id) as AttachmentRow[]
  ).map((row) => ({ ...row, inline: row.inline === 1 && isSafePicture(row.type) ? 1 : 0 }));

const presentAttachment = (row: AttachmentRow): Attachment => {
  const danger = dangerOf(row);
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    size: row.size,
    inline: row.inline === 1,
    dangerous: danger !== null,
    danger,
  };
};
