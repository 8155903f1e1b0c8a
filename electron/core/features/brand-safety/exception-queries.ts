import type { ClientId, OperatorId } from '../../../shared/ids.ts';
import type { WorkspaceStore } from '../../store/workspace/workspace-store.ts';

/**
 * Exceptions are the workspace's, like roles: a client's own store holds no word about another client, not even one that
 * a person typed.
 */
export const listExceptions = (workspace: WorkspaceStore, clientId: ClientId) =>
  workspace.all(
    workspace.sql
      .selectFrom('brand_exceptions')
      .selectAll()
      .where('client_id', '=', clientId)
      .where('removed_at', 'is', null)
      .orderBy('created_at')
      .orderBy('id'),
  );

export function insertException(
  workspace: WorkspaceStore,
  exception: {
    id: string;
    clientId: ClientId;
    phrase: string;
    reason: string;
    operatorId: OperatorId;
    now: number;
  },
): void {
  workspace.run(
    workspace.sql.insertInto('brand_exceptions').values({
      id: exception.id,
      client_id: exception.clientId,
      phrase: exception.phrase,
      reason: exception.reason,
      operator_id: exception.operatorId,
      created_at: exception.now,
      removed_at: null,
      removed_by: null,
    }),
  );
}

/** Kept with who ended it: replies left while it held. */
export const endException = (
  workspace: WorkspaceStore,
  ended: { id: string; clientId: ClientId; operatorId: OperatorId; now: number },
): number =>
  workspace.run(
    workspace.sql
      .updateTable('brand_exceptions')
      .set({ removed_at: ended.now, removed_by: ended.operatorId })
      .where('id', '=', ended.id)
      .where('client_id', '=', ended.clientId)
      .where('removed_at', 'is', null),
  );
