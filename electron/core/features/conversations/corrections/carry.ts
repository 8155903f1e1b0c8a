import type { ConversationId, MessageId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { answeredBy } from './answered-by.ts';
import { highestRevision } from './pour.ts';

export interface Carried {
  readonly ids: readonly MessageId[];
  readonly from: ConversationId;
  readonly into: ConversationId;
  /** Somebody writes there: an open composer would save over what is being written here. */
  readonly isWrittenInto?: boolean;
}

/**
 * Messages go over with everything that is about them: their facts, the replies to them that wait to leave, and the reply
 * that is being written to the newest of them. The caller tells both histories again.
 */
export function carry(store: ClientStore, carried: Carried): void {
  if (!carried.isWrittenInto) carryWords(store, carried);
  for (const id of waitingAnswersTo(store, carried)) carryItem(store, { ...carried, id });
  const ids = JSON.stringify(carried.ids);
  store
    .prepare('UPDATE messages SET conversation_id = ? WHERE id IN (SELECT value FROM json_each(?))')
    .run(carried.into, ids);
  carryFacts(store, { ...carried, about: 'messageId', ids: carried.ids });
}

/** They stand in the segment that is in force there; told again, in the one of their time. */
function carryFacts(
  store: ClientStore,
  {
    from,
    into,
    about,
    ids,
  }: Omit<Carried, 'ids'> & { about: 'messageId' | 'outboxId'; ids: readonly string[] },
): void {
  store
    .prepare(
      `UPDATE events SET conversation_id = :into,
         segment_id = (SELECT segment_id FROM conversations WHERE id = :into)
       WHERE conversation_id = :from AND data ->> '${about}' IN (SELECT value FROM json_each(:ids))`,
    )
    .run({ from, into, ids: JSON.stringify(ids) });
}

export function carryFiles(store: ClientStore, { into, ids }: { into: ConversationId; ids: string }): void {
  store
    .prepare(
      'UPDATE outgoing_attachments SET conversation_id = ? WHERE id IN (SELECT value FROM json_each(?))',
    )
    .run(into, ids);
}

/** What is being written answers the newest that the customer wrote: where that goes, the words go. */
function carryWords(store: ClientStore, { ids, from, into }: Carried): void {
  const newest = store
    .prepare(
      `SELECT id FROM messages WHERE conversation_id = ? AND kind = 'inbound'
         AND NOT EXISTS (SELECT 1 FROM bounces WHERE report_seq = messages.seq) ORDER BY seq DESC LIMIT 1`,
    )
    .get(from) as { id: MessageId } | undefined;
  if (!newest || !ids.includes(newest.id)) return;
  const draft = store
    .prepare("SELECT attachment_ids FROM drafts WHERE conversation_id = ? AND kind = 'reply'")
    .get(from) as { attachment_ids: string } | undefined;
  const isTaken = store
    .prepare("SELECT 1 FROM drafts WHERE conversation_id = ? AND kind = 'reply'")
    .get(into);
  if (!draft || isTaken) return;
  store
    .prepare(
      `UPDATE drafts SET conversation_id = ?, revision = revision + ? WHERE conversation_id = ? AND kind = 'reply'`,
    )
    .run(into, highestRevision(store, into), from);
  carryFiles(store, { into, ids: draft.attachment_ids });
}

interface WaitingItem {
  readonly id: string;
  readonly attachment_ids: string;
  readonly bytes: Uint8Array;
}

/** Replies that have not left yet, by the message that they answer. */
function waitingAnswersTo(store: ClientStore, { ids, from }: Carried): string[] {
  const named = new Set(
    (
      store
        .prepare(
          `SELECT internet_message_id AS id FROM messages
           WHERE id IN (SELECT value FROM json_each(?)) AND internet_message_id IS NOT NULL`,
        )
        .all(JSON.stringify(ids)) as { id: string }[]
    ).map(({ id }) => id),
  );
  const waiting = store
    .prepare(
      "SELECT id, bytes FROM outbox WHERE conversation_id = ? AND state IN ('queued', 'held', 'failed')",
    )
    .all(from) as Pick<WaitingItem, 'id' | 'bytes'>[];
  return waiting.filter(({ bytes }) => named.has(answeredBy(bytes) ?? '')).map(({ id }) => id);
}

function carryItem(store: ClientStore, { from, into, id }: Omit<Carried, 'ids'> & { id: string }): void {
  const beyond = highestRevision(store, into);
  store
    .prepare('UPDATE outbox SET conversation_id = ?, draft_revision = draft_revision + ? WHERE id = ?')
    .run(into, beyond, id);
  carryFacts(store, { from, into, about: 'outboxId', ids: [id] });
  const row = store.prepare('SELECT attachment_ids FROM outbox WHERE id = ?').get(id) as Pick<
    WaitingItem,
    'attachment_ids'
  >;
  carryFiles(store, { into, ids: row.attachment_ids });
}
