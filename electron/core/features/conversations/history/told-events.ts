import type { Actor, EventBody } from '../../../../shared/events.ts';
import type { ConversationId, OperatorId } from '../../../../shared/ids.ts';
import { toInstant } from '../../../../shared/time.ts';
import { isTold, toldTypes, type ToldEvent } from '../../../../shared/told-events.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';

/** Nobody reads further back than this in a conversation; the reports count all of them. */
const mostTold = 200;

interface EventRow {
  readonly at: number;
  readonly actor_kind: Actor['kind'];
  readonly actor_id: OperatorId | null;
  readonly data: string;
}

/** What was done with a conversation, the newest of it, oldest first. */
export function toldEventsOf(store: ClientStore, id: ConversationId): ToldEvent[] {
  const rows = store
    .prepare(
      `SELECT at, actor_kind, actor_id, data FROM events
       WHERE conversation_id = ? AND type IN (SELECT value FROM json_each(?)) ORDER BY at DESC, seq DESC`,
    )
    .all(id, JSON.stringify(toldTypes)) as EventRow[];
  const told = rows.flatMap((row): ToldEvent[] => {
    const body = JSON.parse(row.data) as EventBody;
    return isTold(body) ? [{ at: toInstant(row.at), actor: actorOf(row), body }] : [];
  });
  return told.slice(0, mostTold).toReversed();
}

const actorOf = ({ actor_kind: kind, actor_id: id }: EventRow): Actor =>
  kind === 'operator' ? (id === null ? { kind: 'system' } : { kind, id }) : { kind };
