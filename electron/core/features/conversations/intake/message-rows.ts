import type { Participant } from '../../../../shared/conversations.ts';
import type {
  AttachmentId,
  ChannelId,
  ConversationId,
  MessageId,
  OperatorId,
} from '../../../../shared/ids.ts';
import type { ReceivedAttachment } from '../../../../shared/received.ts';
import { newId } from '../../../ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { subjectKeyOf } from '../threading/subject-rules.ts';

/** A forged list of thousands of references would only cost time; real threads name the newest last. */
export const mostReferences = 100;
const slotsPerSecond = 4096;

/** The lowest number that a message of that moment or later can have. */
export const firstSeqAt = (at: number): number => Math.floor(at / 1000) * slotsPerSecond;

export interface NewMessage {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly channelId: ChannelId;
  readonly kind: 'inbound' | 'outbound' | 'note';
  readonly operatorId: OperatorId | null;
  readonly from: Participant;
  readonly to: readonly Participant[];
  readonly cc: readonly Participant[];
  readonly subject: string;
  readonly text: string;
  readonly quotedText: string;
  readonly html: string | null;
  readonly automatic: boolean;
  readonly unreadable: boolean;
  readonly internetMessageId: string | null;
  readonly references: readonly string[];
  readonly dedupKey: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly attachments: readonly ReceivedAttachment[];
}

/** The first free number of that second, or of the first later second with room. */
function freeSeq(store: ClientStore, at: number): number {
  const newest = store.prepare('SELECT max(seq) AS seq FROM messages WHERE seq >= ? AND seq < ?');
  let base = Math.max(0, Math.floor(at / 1000)) * slotsPerSecond;
  for (;;) {
    const { seq } = newest.get(base, base + slotsPerSecond) as { seq: number | null };
    if (seq === null) return base;
    if (seq + 1 < base + slotsPerSecond) return seq + 1;
    base += slotsPerSecond;
  }
}

const peopleOf = (message: NewMessage): string =>
  [message.from, ...message.to, ...message.cc]
    .map((person) => `${person.name} ${person.address}`.trim())
    .join('\n');

/**
 * Stores a message with its references, markup and attachments; gives its number. Its bytes are kept apart
 * (`message-sources.ts`), and it can't be searched before `indexMessages`.
 */
export function insertMessage(store: ClientStore, message: NewMessage): number {
  const seq = freeSeq(store, message.at);
  store
    .prepare(
      `INSERT INTO messages (seq, id, conversation_id, channel_id, kind, operator_id, from_name, from_address, recipients,
         people, subject, subject_key, body, quote, has_html, automatic, unreadable, internet_message_id, dedup_key, sent_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      seq,
      message.id,
      message.conversationId,
      message.channelId,
      message.kind,
      message.operatorId,
      message.from.name,
      message.from.address,
      JSON.stringify({ to: message.to, cc: message.cc }),
      peopleOf(message),
      message.subject,
      message.kind === 'note' ? '' : subjectKeyOf(message.subject),
      message.text,
      message.quotedText,
      message.html === null ? 0 : 1,
      message.automatic ? 1 : 0,
      message.unreadable ? 1 : 0,
      message.internetMessageId,
      message.dedupKey,
      message.at,
    );
  insertReferences(store, seq, message.references);
  if (message.html !== null) {
    store.prepare('INSERT INTO message_html (message_seq, html) VALUES (?, ?)').run(seq, message.html);
  }
  insertAttachments(store, { seq, at: message.at, attachments: message.attachments });
  return seq;
}

/** Makes messages findable, many at once and in the order of their numbers: FTS5 writes out whenever one goes down. */
export function indexMessages(store: ClientStore, seqs: readonly number[]): void {
  store
    .prepare(
      `INSERT INTO message_search (rowid, subject, body, people)
       SELECT seq, subject, body, people FROM messages
       WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq`,
    )
    .run(JSON.stringify(seqs));
}

function insertReferences(store: ClientStore, seq: number, references: readonly string[]): void {
  const insert = store.prepare(
    'INSERT OR IGNORE INTO message_references (message_seq, internet_message_id) VALUES (?, ?)',
  );
  for (const reference of references.slice(-mostReferences)) insert.run(seq, reference);
}

function insertAttachments(
  store: ClientStore,
  { seq, at, attachments }: { seq: number; at: number; attachments: readonly ReceivedAttachment[] },
): void {
  const insert = store.prepare(
    `INSERT INTO attachments (id, message_seq, part, name, type, size, content_id, inline)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { part, name, type, size, contentId, inline } of attachments) {
    insert.run(newId<AttachmentId>(at), seq, part, name, type, size, contentId, inline ? 1 : 0);
  }
}
