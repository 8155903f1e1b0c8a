import type { ClientStore } from '../../../store/client/client-store.ts';
import type { OutboxRow } from '../queries.ts';

/**
 * What happened in the conversation since a reply was queued that its writer can't have seen: somebody answered elsewhere,
 * or, where the reply has waited long, the customer wrote again. Mail that is older than the newest message
 * they saw is history being fetched; our own copy out of Sent is no answer of somebody else.
 */
export function movedOn(
  store: ClientStore,
  row: OutboxRow,
  { stale }: { readonly stale: boolean },
): 'answered' | 'written' | null {
  const found = store
    .prepare(
      `WITH queued AS (
         SELECT max(seq) AS seq FROM events
         WHERE conversation_id = :conversation AND type = 'send-queued' AND json_extract(data, '$.outboxId') = :id
       ), seen AS (
         SELECT max(at) AS at FROM events
         WHERE conversation_id = :conversation AND type IN ('message-received', 'message-sent')
           AND seq < (SELECT seq FROM queued)
       )
       SELECT type FROM events e
       WHERE conversation_id = :conversation AND seq > (SELECT seq FROM queued)
         AND at > coalesce((SELECT at FROM seen), 0) AND NOT json_extract(data, '$.automatic')
         AND ((type = 'message-received' AND :stale)
           OR (type = 'message-sent' AND json_extract(data, '$.elsewhere')
             AND NOT EXISTS (
               SELECT 1 FROM messages m JOIN outbox o ON o.internet_message_id = m.internet_message_id
               WHERE m.id = json_extract(e.data, '$.messageId'))))
       ORDER BY type DESC LIMIT 1`,
    )
    .get({ conversation: row.conversation_id, id: row.id, stale: stale ? 1 : 0 }) as
    | { type: 'message-received' | 'message-sent' }
    | undefined;
  if (!found) return null;
  return found.type === 'message-sent' ? 'answered' : 'written';
}
