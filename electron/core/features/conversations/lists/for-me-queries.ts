import type { OperatorId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';

/** How many customers wait for this operator: in conversations of theirs, or of nobody. Counted off its index alone. */
export function countForMe(store: ClientStore, operatorId: OperatorId): number {
  const statement = store.prepare(
    `SELECT count(*) AS count FROM conversations INDEXED BY conversations_unanswered_by_assignee
     WHERE waiting_since IS NOT NULL AND status IN ('new', 'open') AND (assignee_id IS NULL OR assignee_id = ?)`,
  );
  return (statement.get(operatorId) as { count: number }).count;
}
