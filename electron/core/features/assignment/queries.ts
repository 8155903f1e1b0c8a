import type { EventBody } from '../../../shared/events.ts';
import type { ConversationId, OperatorId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

/** What waits for nobody in particular, longest first. */
export const waitingForNobody = (store: ClientStore, limit: number): ConversationId[] =>
  (
    store
      .prepare(
        `SELECT id FROM conversations INDEXED BY conversations_to_assign
         WHERE assignee_id IS NULL AND waiting_since IS NOT NULL AND status IN ('new', 'open')
         ORDER BY waiting_since, id LIMIT ?`,
      )
      .all(limit) as { id: ConversationId }[]
  ).map(({ id }) => id);

/** Whoever has something that waits for us, whether they still work here or not. */
export const holders = (store: ClientStore): OperatorId[] =>
  (
    store
      .prepare(
        `SELECT DISTINCT assignee_id AS id FROM conversations INDEXED BY conversations_in_hand
         WHERE assignee_id IS NOT NULL AND status IN ('new', 'open')`,
      )
      .all() as { id: OperatorId }[]
  ).map(({ id }) => id);

/** What somebody has in hand, and when the customer reopened it (epoch milliseconds; null: it never ended). */
export const inHandsOf = (
  store: ClientStore,
  operatorId: OperatorId,
): { id: ConversationId; reopenedAt: number | null }[] =>
  store
    .prepare(
      `SELECT c.id, (SELECT max(e.at) FROM events e WHERE e.conversation_id = c.id AND e.segment_id = c.segment_id
           AND e.type = 'opened' AND json_extract(e.data, '$.reopened')) AS reopenedAt
       FROM conversations c INDEXED BY conversations_in_hand
       WHERE c.assignee_id = ? AND c.status IN ('new', 'open') ORDER BY c.id`,
    )
    .all(operatorId) as { id: ConversationId; reopenedAt: number | null }[];

/**
 * Whose a conversation was that is nobody's now: from whom it went back by itself, or who answered it before it ended. One
 * that a person left to nobody has no last owner.
 */
export function lastOwnerOf(store: ClientStore, id: ConversationId): OperatorId | null {
  const newest = store
    .prepare(
      `SELECT actor_kind, data FROM events WHERE conversation_id = ? AND type = 'assigned'
       ORDER BY at DESC, seq DESC LIMIT 1`,
    )
    .get(id) as { actor_kind: string; data: string } | undefined;
  if (!newest) return lastAnswererOf(store, id);
  const body = JSON.parse(newest.data) as Extract<EventBody, { type: 'assigned' }>;
  return newest.actor_kind === 'system' ? body.from : null;
}

function lastAnswererOf(store: ClientStore, id: ConversationId): OperatorId | null {
  const row = store
    .prepare(
      `SELECT actor_id AS id FROM events
       WHERE conversation_id = ? AND type = 'message-sent' AND actor_kind = 'operator' ORDER BY at DESC, seq DESC LIMIT 1`,
    )
    .get(id) as { id: OperatorId } | undefined;
  return row?.id ?? null;
}

export const turnsOf = (store: ClientStore): ReadonlyMap<OperatorId, number> =>
  new Map(
    store
      .all(store.sql.selectFrom('assignment_turns').selectAll())
      .map(({ operator_id, turn }) => [operator_id, turn]),
  );

export function writeTurn(
  store: ClientStore,
  { operatorId, turn }: { operatorId: OperatorId; turn: number },
) {
  store.run(
    store.sql
      .insertInto('assignment_turns')
      .values({ operator_id: operatorId, turn })
      .onConflict((clash) => clash.column('operator_id').doUpdateSet({ turn })),
  );
}
