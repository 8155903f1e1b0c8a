import type { ConversationId, MessageId, OperatorId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

/** Telling the same note to the same person twice says it once. */
export function insertMention(
  store: ClientStore,
  mention: { operatorId: OperatorId; messageId: MessageId; at: number },
): void {
  store.run(
    store.sql
      .insertInto('mentions')
      .values({
        operator_id: mention.operatorId,
        message_id: mention.messageId,
        at: mention.at,
        seen_at: null,
      })
      .onConflict((clash) => clash.doNothing()),
  );
}

interface Of {
  readonly operatorId: OperatorId;
  readonly conversationId: ConversationId;
}

/** Gives how many there were. */
export function markSeen(
  store: ClientStore,
  { operatorId, conversationId, now }: Of & { now: number },
): number {
  return store
    .prepare(
      `UPDATE mentions SET seen_at = ? WHERE operator_id = ? AND seen_at IS NULL
         AND message_id IN (SELECT id FROM messages WHERE conversation_id = ?)`,
    )
    .run(now, operatorId, conversationId).changes;
}

export function unseenMentions(store: ClientStore, { operatorId, conversationId }: Of): number {
  const row = store
    .prepare(
      `SELECT count(*) AS count FROM mentions n JOIN messages m ON m.id = n.message_id
       WHERE n.operator_id = ? AND n.seen_at IS NULL AND m.conversation_id = ?`,
    )
    .get(operatorId, conversationId) as { count: number };
  return row.count;
}

/** Conversations with a note that names somebody and that they have not seen. */
export function countUnseen(store: ClientStore, operatorId: OperatorId): number {
  const row = store
    .prepare(
      `SELECT count(DISTINCT m.conversation_id) AS count
       FROM mentions n INDEXED BY mentions_unseen CROSS JOIN messages m ON m.id = n.message_id
       WHERE n.operator_id = ? AND n.seen_at IS NULL`,
    )
    .get(operatorId) as { count: number };
  return row.count;
}

export const isConversation = (store: ClientStore, id: ConversationId): boolean =>
  store.first(store.sql.selectFrom('conversations').select('id').where('id', '=', id)) !== undefined;

export const followersOf = (store: ClientStore, id: ConversationId): OperatorId[] =>
  store
    .all(
      store.sql
        .selectFrom('followers')
        .select('operator_id')
        .where('conversation_id', '=', id)
        .orderBy('since')
        .orderBy('operator_id'),
    )
    .map((row) => row.operator_id);

/** Gives whether they did not follow it before. */
export function insertFollower(
  store: ClientStore,
  { operatorId, conversationId, now }: Of & { now: number },
): boolean {
  const added = store.run(
    store.sql
      .insertInto('followers')
      .values({ operator_id: operatorId, conversation_id: conversationId, since: now })
      .onConflict((clash) => clash.doNothing()),
  );
  return added > 0;
}

/** Gives whether they followed it. */
export function removeFollower(store: ClientStore, { operatorId, conversationId }: Of): boolean {
  const removed = store.run(
    store.sql
      .deleteFrom('followers')
      .where('operator_id', '=', operatorId)
      .where('conversation_id', '=', conversationId),
  );
  return removed > 0;
}
