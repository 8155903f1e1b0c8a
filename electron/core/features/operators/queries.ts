import type { OperatorId } from '../../../shared/ids.ts';
import type { Grant, NewOperator, Operator } from '../../../shared/operators.ts';
import type { WorkspaceStore } from '../../store/workspace/workspace-store.ts';

export function listOperators(workspace: WorkspaceStore): Operator[] {
  const grants = workspace.all(workspace.sql.selectFrom('grants').selectAll());
  const rows = workspace.all(
    workspace.sql.selectFrom('operators').select(['id', 'name', 'email']).orderBy('created_at').orderBy('id'),
  );
  return rows.map((row) => ({
    ...row,
    grants: grants
      .filter((grant) => grant.operator_id === row.id)
      .map((grant) => ({ clientId: grant.client_id, role: grant.role })),
  }));
}

export function insertOperator(
  workspace: WorkspaceStore,
  operator: NewOperator & { id: OperatorId; now: number },
) {
  const { id, name, email, grants, now } = operator;
  workspace.transaction(() => {
    workspace.run(workspace.sql.insertInto('operators').values({ id, name, email, created_at: now }));
    insertGrants(workspace, id, grants);
  });
}

export function replaceGrants(workspace: WorkspaceStore, id: OperatorId, grants: readonly Grant[]): void {
  workspace.transaction(() => {
    workspace.run(workspace.sql.deleteFrom('grants').where('operator_id', '=', id));
    insertGrants(workspace, id, grants);
  });
}

export function deleteOperator(workspace: WorkspaceStore, id: OperatorId): void {
  workspace.run(workspace.sql.deleteFrom('operators').where('id', '=', id));
}

function insertGrants(workspace: WorkspaceStore, id: OperatorId, grants: readonly Grant[]): void {
  if (grants.length === 0) return;
  const values = grants.map(({ clientId, role }) => ({ operator_id: id, client_id: clientId, role }));
  workspace.run(
    workspace.sql
      .insertInto('grants')
      .values(values)
      .onConflict((conflict) => conflict.doNothing()),
  );
}
