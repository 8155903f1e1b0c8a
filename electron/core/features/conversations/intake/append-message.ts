import type { Participant } from '../../../../shared/conversations.ts';
import type { ConversationId, MessageId, OperatorId, SegmentId } from '../../../../shared/ids.ts';
import type { ReceivedAttachment } from '../../../../shared/received.ts';
import { newId } from '../../../ids.ts';
import { contactFor, type Filing } from '../contact-queries.ts';
import {
  findConversation,
  insertConversation,
  isTouched,
  type ConversationRow,
} from '../conversation-rows.ts';
import { appendEvent, lastEventAt, type Scope } from '../history/events.ts';
import { beforeAll, step, waitingSinceOf, type HistoryItem, type Opening } from '../history-rules.ts';
import { factOf, previewOf, restate } from '../history/history.ts';
import { addressKeyOf, customerOf } from '../threading/link-rules.ts';

export interface Appended {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly channelId: ConversationRow['channel_id'];
  readonly kind: 'inbound' | 'outbound';
  readonly operatorId: OperatorId | null;
  readonly subject: string;
  readonly text: string;
  readonly automatic: boolean;
  readonly at: number;
  readonly attachments: readonly ReceivedAttachment[];
}

/** Where a message came to that was there before. */
interface Joined {
  /** The addresses that replies of this client leave from. */
  readonly own: ReadonlySet<string>;
  /** Other conversations were folded in: the whole past is told again. */
  readonly merged: boolean;
}

/**
 * Begins a conversation with its first message, which is stored after it: the row is written once and as that message
 * leaves it, because every list's index would have to follow each change.
 */
export function openConversation(scope: Scope, message: Appended & { filing: Filing }): void {
  const { conversationId: id, channelId, at, filing } = message;
  const { state, opening } = step(beforeAll, itemOf(message));
  const segmentId = newId<SegmentId>(scope.now);
  const first = {
    subject: message.subject,
    status: state.status,
    preview: previewOf(message.text),
    messageCount: 1,
    hasAttachments: hasFiles(message),
    waitingSince: waitingSinceOf(state),
  } as const;
  insertConversation(scope.store, { id, ...filing, channelId, segmentId, at, first });
  tell(scope, { message, segmentId, opening });
}

const itemOf = ({ kind, at, automatic }: Appended): HistoryItem => ({
  kind: kind === 'inbound' ? 'received' : 'sent',
  at,
  automatic,
});

const hasFiles = ({ attachments }: Appended) => (attachments.some(({ inline }) => !inline) ? 1 : 0);

/** The facts of a message that was just stored. */
function tell(
  scope: Scope,
  { message, segmentId, opening }: { message: Appended; segmentId: SegmentId; opening: Opening | null },
): void {
  const { conversationId } = message;
  if (opening) {
    appendEvent(scope, {
      conversationId,
      segmentId,
      at: opening.at,
      actor: { kind: opening.initiator === 'customer' ? 'customer' : 'system' },
      body: { type: 'opened', initiator: opening.initiator, reopened: opening.reopened },
    });
  }
  const fact = factOf({
    id: message.id,
    kind: message.kind,
    automatic: message.automatic ? 1 : 0,
    operator_id: message.operatorId,
    sent_at: message.at,
  });
  appendEvent(scope, { conversationId, segmentId, ...fact });
}

/**
 * Brings a conversation's state and facts up to date with a message that was just stored in it. One that is newer than
 * all before is a single step; one that comes late has the whole past told again.
 */
export function appendMessage(scope: Scope, message: Appended & Joined): void {
  const row = findConversation(scope.store, message.conversationId);
  if (!row) return;
  const isFirst = row.message_count === 0;
  const newest = lastEventAt(scope.store, row.id);
  if (!message.merged && (newest === null || message.at > newest))
    appendNewest(scope, { row, message, isFirst });
  else restate(scope, row.id);
  // With facts before its first mail it was begun by an operator, who may have turned to somebody else since.
  const wasBegun = isFirst && newest !== null;
  const isLate = message.merged || (newest !== null && message.at <= newest);
  if (wasBegun || (isLate && !isTouched(scope.store, row.id)))
    settleContact(scope, { id: row.id, own: message.own });
}

/** A conversation is with the customer of its first mail, in whatever order its mails came; a delivery report is nobody's. */
export function settleContact(
  { store, now }: Scope,
  { id, own }: { id: ConversationId; own: ReadonlySet<string> },
): void {
  const first = store
    .prepare(
      `SELECT kind, from_name, from_address, recipients FROM messages WHERE conversation_id = ? AND kind <> 'note'
       ORDER BY EXISTS (SELECT 1 FROM bounces WHERE report_seq = messages.seq), sent_at, kind, dedup_key LIMIT 1`,
    )
    .get(id) as { kind: 'inbound' | 'outbound'; from_name: string; from_address: string; recipients: string };
  const from = { name: first.from_name, address: first.from_address };
  const recipients = JSON.parse(first.recipients) as { to: Participant[]; cc: Participant[] };
  const person = customerOf({ kind: first.kind, from, ...recipients }, own);
  const { contactId, originId } = contactFor(store, { person, key: addressKeyOf(person.address), now });
  store
    .prepare('UPDATE conversations SET contact_id = ?, origin_id = ? WHERE id = ?')
    .run(contactId, originId, id);
}

function appendNewest(
  scope: Scope,
  { row, message, isFirst }: { row: ConversationRow; message: Appended; isFirst: boolean },
): void {
  const { status, status_id: statusId, waiting_since: unanswered } = row;
  const before = isFirst ? beforeAll : { segment: 0, status, statusId, unanswered };
  const { state, opening } = step(before, itemOf(message));
  const segmentId = opening && !isFirst ? newId<SegmentId>(scope.now) : row.segment_id;
  tell(scope, { message, segmentId, opening });
  scope.store
    .prepare(
      `UPDATE conversations SET status = ?, status_id = ?, waiting_since = ?, segment_id = ?, subject = ?, channel_id = ?, preview = ?,
         message_count = message_count + 1, has_attachments = max(has_attachments, ?), last_message_at = ?, created_at = ?
       WHERE id = ?`,
    )
    .run(
      state.status,
      state.statusId,
      waitingSinceOf(state),
      segmentId,
      isFirst ? message.subject : row.subject,
      message.channelId,
      previewOf(message.text),
      hasFiles(message),
      message.at,
      isFirst ? message.at : row.created_at,
      row.id,
    );
}
