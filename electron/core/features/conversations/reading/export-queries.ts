import type { ConversationId, OperatorId, SegmentId } from '../../../../shared/ids.ts';
import { toInstant } from '../../../../shared/time.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { addressesOf, findContact } from '../contact-queries.ts';
import { mustFindConversation } from '../conversation-rows.ts';
import { attachmentRowsOf, messageRowsOf, recipientsOf, tagsOf, type MessageRow } from './read.ts';
import { namedOf } from '../status-word.ts';

/** The next conversations in which something was said, in the order of their ids, in which they were made. */
export const conversationIdsAfter = (
  store: ClientStore,
  page: { after: ConversationId | null; limit: number },
): ConversationId[] =>
  (
    store
      .prepare('SELECT id FROM conversations WHERE id > ? AND message_count > 0 ORDER BY id LIMIT ?')
      .all(page.after ?? '', page.limit) as { id: ConversationId }[]
  ).map((row) => row.id);

/** A conversation as it is handed over: nothing of Liaison's own keeping (numbers, keys, accounts) stands in it. */
export function readForExport(store: ClientStore, id: ConversationId) {
  const row = mustFindConversation(store, id);
  return {
    id,
    clientId: store.clientId,
    channelId: row.channel_id,
    subject: row.subject,
    status: row.status,
    /** What the client calls it within that category; null: the plain status. */
    statusName: namedOf(store, row)?.name ?? null,
    assigneeId: row.assignee_id,
    tags: tagsOf(store, id),
    fields: fieldsOf(store, id),
    createdAt: toInstant(row.created_at),
    lastMessageAt: toInstant(row.last_message_at),
    contact: {
      id: row.contact_id,
      name: findContact(store, row.contact_id)?.name ?? '',
      addresses: addressesOf(store, row.contact_id),
    },
    messages: messagesOf(store, id),
    events: eventsOf(store, id),
  };
}

/** By name, in their order; of two that were called the same the newer. */
const fieldsOf = (store: ClientStore, id: ConversationId): Record<string, string> =>
  Object.fromEntries(
    store
      .all(
        store.sql
          .selectFrom('field_values')
          .innerJoin('fields', 'fields.id', 'field_values.field_id')
          .select(['fields.name', 'field_values.value'])
          .where('field_values.conversation_id', '=', id)
          .orderBy('fields.removed', 'desc')
          .orderBy('fields.position'),
      )
      .map((row) => [row.name, row.value]),
  );

function messagesOf(store: ClientStore, id: ConversationId) {
  const attachments = Map.groupBy(attachmentRowsOf(store, id), (row) => row.message_seq);
  return messageRowsOf(store, id).map((row) => ({
    id: row.id,
    kind: row.kind,
    channelId: row.channel_id,
    /** The Message-ID header without its angle brackets. */
    messageId: row.internet_message_id,
    subject: row.subject,
    from: { name: row.from_name, address: row.from_address },
    ...recipientsOf(row),
    date: toInstant(row.sent_at),
    automatic: row.automatic === 1,
    operatorId: row.operator_id,
    text: row.body,
    quotedText: row.quote,
    html: htmlOf(store, row),
    attachments: (attachments.get(row.seq) ?? []).map(({ name, type, size }) => ({ name, type, size })),
  }));
}

function htmlOf(store: ClientStore, row: MessageRow): string | null {
  if (row.has_html === 0) return null;
  const found = store.prepare('SELECT html FROM message_html WHERE message_seq = ?').get(row.seq);
  return (found as { html: string } | undefined)?.html ?? null;
}

interface EventRow {
  readonly id: string;
  readonly at: number;
  readonly segment_id: SegmentId;
  readonly actor_kind: string;
  readonly actor_id: OperatorId | null;
  readonly data: string;
}

const eventsOf = (store: ClientStore, id: ConversationId) =>
  (
    store
      .prepare(
        `SELECT id, at, segment_id, actor_kind, actor_id, data FROM events
         WHERE conversation_id = ? ORDER BY at, seq`,
      )
      .all(id) as EventRow[]
  ).map((row) => ({
    id: row.id,
    at: toInstant(row.at),
    segmentId: row.segment_id,
    actor: row.actor_id === null ? { kind: row.actor_kind } : { kind: row.actor_kind, id: row.actor_id },
    ...(JSON.parse(row.data) as { type: string }),
  }));
