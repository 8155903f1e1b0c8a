import type { DeliveryFailure } from '../../../../shared/conversations.ts';
import type { ConversationId, MessageId } from '../../../../shared/ids.ts';
import type { Bounce, FailedRecipient } from '../../../../shared/received.ts';
import { toInstant } from '../../../../shared/time.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { absorb, mustFindConversation, isTouched } from '../conversation-rows.ts';
import type { Scope } from '../history/events.ts';
import { statusWord } from '../status-word.ts';
import { addFact } from '../work.ts';

/** Keeps what a report says, for the message that it names, be it here already or not. */
export function keepBounce(store: ClientStore, { seq, bounce }: { seq: number; bounce: Bounce }): void {
  if (bounce.messageId === null) return;
  store
    .prepare('INSERT INTO bounces (report_seq, internet_message_id, failed) VALUES (?, ?, ?)')
    .run(seq, bounce.messageId, JSON.stringify(bounce.failed));
}

/**
 * Where the message stands, or is on its way, that a report is about: there the report belongs, whoever wrote it. Its
 * Message-ID is proof enough: only who has had the message knows it. A report counts from the message on: its stamp may
 * be of whole seconds, or of a clock that is slow.
 */
export function placeOfBounce(
  store: ClientStore,
  bounce: Bounce,
): { id: ConversationId; notBefore: number } | undefined {
  return store
    .prepare(
      `SELECT conversation_id AS id, sent_at AS notBefore FROM messages WHERE internet_message_id = :id AND kind = 'outbound'
       UNION ALL
       SELECT o.conversation_id, 0 FROM outbox o JOIN conversations c ON c.id = o.conversation_id
       WHERE o.internet_message_id = :id AND c.message_count > 0 LIMIT 1`,
    )
    .get({ id: bounce.messageId }) as { id: ConversationId; notBefore: number } | undefined;
}

/** A message of ours and a report about it that has not been told of yet. */
interface Returned {
  readonly id: MessageId;
  readonly conversation_id: ConversationId;
  readonly sent_at: number;
  readonly report_id: MessageId;
  readonly reported_in: ConversationId;
  readonly reported_at: number;
}

/** The plus keeps SQLite from looking through every bounce there ever was: a conversation has few events. */
const returned = `SELECT m.id, m.conversation_id, m.sent_at,
    r.id AS report_id, r.conversation_id AS reported_in, r.sent_at AS reported_at
  FROM messages m JOIN bounces b ON b.internet_message_id = m.internet_message_id JOIN messages r ON r.seq = b.report_seq
  WHERE m.kind = 'outbound' AND NOT EXISTS (
    SELECT 1 FROM events e WHERE e.conversation_id = m.conversation_id AND +e.type = 'message-bounced'
      AND e.data ->> 'messageId' = m.id AND e.data ->> 'reportId' = r.id)`;

/** A report came in: tells of the message that came back. Gives whether it was one of ours. */
export function tellBounce(scope: Scope, reportId: MessageId): boolean {
  const rows = scope.store
    .prepare(`${returned} AND r.seq = (SELECT seq FROM messages WHERE id = ?)`)
    .all(reportId) as Returned[];
  for (const row of rows) tell(scope, row);
  return rows.length > 0;
}

/**
 * A message of ours came in after the reports about it (Sent is read after INBOX; an outbox may learn late that it sent):
 * they join its conversation, unless somebody has worked with them where they were. Gives whether there were any.
 */
export function joinReports(scope: Scope, id: MessageId): boolean {
  const { store } = scope;
  const rows = store.prepare(`${returned} AND m.id = ?`).all(id) as Returned[];
  for (const row of rows) {
    const { reported_in: from, conversation_id: into } = row;
    const isAlone = from !== into && mustFindConversation(store, from).message_count === 1;
    if (isAlone && !isTouched(store, from)) absorb(store, { from, into });
    tell(scope, row);
  }
  return rows.length > 0;
}

/**
 * What came back is ours to mend: the conversation is open again, at the moment of the report. Nothing else is touched: the
 * report answers nobody and stops no clock.
 */
function tell(scope: Scope, mail: Returned): void {
  const id = mail.conversation_id;
  const at = Math.max(mail.reported_at, mail.sent_at);
  const fact = { id, actor: { kind: 'system' }, at } as const;
  const body = { type: 'message-bounced', messageId: mail.id, reportId: mail.report_id } as const;
  addFact(scope, { ...fact, body });
  const row = mustFindConversation(scope.store, id);
  const { status } = row;
  if (status === 'new' || status === 'open' || status === 'spam') return;
  addFact(scope, { ...fact, body: statusWord(scope.store, row, { status: 'open' }) });
}

/** Whom the messages of a conversation did not reach, by message; of several reports about one recipient the newest. */
export function failuresOf(
  store: ClientStore,
  id: ConversationId,
): ReadonlyMap<MessageId, readonly DeliveryFailure[]> {
  const rows = store
    .prepare(
      `SELECT m.id, r.sent_at, b.failed
       FROM messages m JOIN bounces b ON b.internet_message_id = m.internet_message_id JOIN messages r ON r.seq = b.report_seq
       WHERE m.conversation_id = ? AND m.kind = 'outbound' ORDER BY r.sent_at`,
    )
    .all(id) as { id: MessageId; sent_at: number; failed: string }[];
  const byMessage = new Map<MessageId, Map<string, DeliveryFailure>>();
  for (const row of rows) {
    const byAddress = byMessage.get(row.id) ?? new Map<string, DeliveryFailure>();
    for (const failed of JSON.parse(row.failed) as FailedRecipient[])
      byAddress.set(failed.address, { ...failed, at: toInstant(row.sent_at) });
    byMessage.set(row.id, byAddress);
  }
  return new Map([...byMessage].map(([message, failures]) => [message, [...failures.values()]]));
}
