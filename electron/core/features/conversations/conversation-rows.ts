import type { ConversationStatus } from '../../../shared/conversations.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type {
  ChannelId,
  ContactId,
  ConversationId,
  OperatorId,
  SegmentId,
  StatusId,
} from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Filing } from './contact-queries.ts';

export interface ConversationRow {
  readonly id: ConversationId;
  readonly contact_id: ContactId;
  readonly channel_id: ChannelId;
  readonly subject: string;
  readonly status: ConversationStatus;
  /** Its name within that category; null: the plain status. */
  readonly status_id: StatusId | null;
  readonly assignee_id: OperatorId | null;
  readonly segment_id: SegmentId;
  readonly message_count: number;
  readonly has_attachments: 0 | 1;
  readonly waiting_since: number | null;
  readonly last_message_at: number;
  readonly created_at: number;
}

export const findConversation = (store: ClientStore, id: ConversationId): ConversationRow | undefined =>
  store.prepare('SELECT * FROM conversations WHERE id = ?').get(id) as ConversationRow | undefined;

/** @throws LiaisonError `not-found`; `conversation-merged` where it became part of another one, whose id is `into` */
export function mustFindConversation(store: ClientStore, id: ConversationId): ConversationRow {
  const row = findConversation(store, id);
  if (row) return row;
  mustNotBeMerged(store, id);
  throw new LiaisonError('not-found', { detail: { what: 'conversation' } });
}

/** Of a conversation that is not there. @throws LiaisonError `conversation-merged` with `into` */
export function mustNotBeMerged(store: ClientStore, id: ConversationId): void {
  const into = whereMerged(store, id);
  if (into) throw new LiaisonError('conversation-merged', { detail: { into } });
}

/** Where what was said in a conversation that is no more stands now. */
function whereMerged(store: ClientStore, id: ConversationId): ConversationId | null {
  const row = store
    .prepare(
      `WITH RECURSIVE way (id) AS (
         SELECT into_id FROM merged_conversations WHERE id = ?
         UNION SELECT m.into_id FROM way JOIN merged_conversations m ON m.id = way.id)
       SELECT way.id FROM way JOIN conversations c ON c.id = way.id LIMIT 1`,
    )
    .get(id) as { id: ConversationId } | undefined;
  return row?.id ?? null;
}

export interface NewConversation extends Filing {
  readonly id: ConversationId;
  readonly channelId: ChannelId;
  readonly segmentId: SegmentId;
  readonly at: number;
  /** What its first message makes of it; absent: nothing is said in it yet, and its first message fills it in. */
  readonly first?: FirstState;
}

interface FirstState {
  readonly subject: string;
  readonly status: ConversationStatus;
  readonly preview: string;
  readonly messageCount: 0 | 1;
  readonly hasAttachments: 0 | 1;
  readonly waitingSince: number | null;
}
const nothingSaid: FirstState = {
  subject: '',
  status: 'new',
  preview: '',
  messageCount: 0,
  hasAttachments: 0,
  waitingSince: null,
};

export function insertConversation(store: ClientStore, made: NewConversation): void {
  const { id, contactId, originId, channelId, segmentId, at, first = nothingSaid } = made;
  const { subject, status, preview, messageCount, hasAttachments, waitingSince } = first;
  store
    .prepare(
      `INSERT INTO conversations (id, contact_id, origin_id, channel_id, subject, status, assignee_id, segment_id, preview,
         message_count, has_attachments, waiting_since, last_message_at, created_at)
       VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      ...[id, contactId, originId, channelId, subject, status, segmentId, preview],
      ...[messageCount, hasAttachments, waitingSince, at, at],
    );
}

/** Whether anybody worked with it: then it is not taken apart, merged away or given another contact. */
export function isTouched(store: ClientStore, id: ConversationId): boolean {
  const row = store
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM events WHERE conversation_id = :id AND actor_kind = 'operator')
         OR EXISTS (SELECT 1 FROM events WHERE conversation_id = :id
             AND type NOT IN ('opened', 'message-received', 'message-sent', 'message-forwarded', 'message-bounced')
             AND NOT (type = 'status-changed' AND actor_kind = 'system'))
         OR EXISTS (SELECT 1 FROM messages WHERE conversation_id = :id AND kind = 'note')
         OR EXISTS (SELECT 1 FROM conversations WHERE id = :id AND assignee_id IS NOT NULL)
         OR EXISTS (SELECT 1 FROM conversation_tags WHERE conversation_id = :id)
         OR EXISTS (SELECT 1 FROM field_values WHERE conversation_id = :id)
         OR EXISTS (SELECT 1 FROM drafts WHERE conversation_id = :id)
         OR EXISTS (SELECT 1 FROM outbox WHERE conversation_id = :id)
         OR EXISTS (SELECT 1 FROM outgoing_attachments WHERE conversation_id = :id)
         OR EXISTS (SELECT 1 FROM sample_items WHERE conversation_id = :id)
         OR EXISTS (SELECT 1 FROM reviews WHERE conversation_id = :id)
         OR EXISTS (SELECT 1 FROM survey_answers WHERE conversation_id = :id)
         OR EXISTS (SELECT 1 FROM followers WHERE conversation_id = :id) AS touched`,
    )
    .get({ id }) as { touched: 0 | 1 };
  return row.touched === 1;
}

/** Moves the mail of an untouched conversation into another one; the caller restates that one's history. */
export function absorb(
  store: ClientStore,
  { from, into }: { from: ConversationId; into: ConversationId },
): void {
  store.prepare("DELETE FROM events WHERE conversation_id = ? AND type = 'opened'").run(from);
  store.prepare('UPDATE events SET conversation_id = ? WHERE conversation_id = ?').run(into, from);
  store.prepare('UPDATE messages SET conversation_id = ? WHERE conversation_id = ?').run(into, from);
  store.prepare('DELETE FROM conversations WHERE id = ?').run(from);
  keepMerged(store, { from, into });
}

/** Whoever looks for the one that is no more finds the other. */
export function keepMerged(
  store: ClientStore,
  { from, into }: { from: ConversationId; into: ConversationId },
): void {
  store.prepare('INSERT OR REPLACE INTO merged_conversations (id, into_id) VALUES (?, ?)').run(from, into);
}
