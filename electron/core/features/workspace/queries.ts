import type { OperatorId } from '../../../shared/ids.ts';
import { Preferences } from '../../../shared/workspace.ts';
import type { WorkspaceStore } from '../../store/workspace/workspace-store.ts';

const currentOperatorKey = 'operator.current';
const preferencesKey = (operatorId: OperatorId | null) => `preferences.${operatorId ?? 'workspace'}`;

function readSetting(workspace: WorkspaceStore, key: string): string | null {
  const query = workspace.sql.selectFrom('settings').select('value').where('key', '=', key);
  return workspace.first(query)?.value ?? null;
}

function writeSetting(workspace: WorkspaceStore, key: string, value: string): void {
  workspace.run(
    workspace.sql
      .insertInto('settings')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value })),
  );
}

export const readCurrentOperator = (workspace: WorkspaceStore): OperatorId | null =>
  readSetting(workspace, currentOperatorKey) as OperatorId | null;

export const writeCurrentOperator = (workspace: WorkspaceStore, id: OperatorId): void =>
  writeSetting(workspace, currentOperatorKey, id);

export function readPreferences(workspace: WorkspaceStore, operatorId: OperatorId | null): Preferences {
  const kept =
    readSetting(workspace, preferencesKey(operatorId)) ?? readSetting(workspace, preferencesKey(null));
  return Preferences.parse(kept === null ? {} : JSON.parse(kept));
}

export const writePreferences = (
  workspace: WorkspaceStore,
  operatorId: OperatorId | null,
  preferences: Preferences,
): void => writeSetting(workspace, preferencesKey(operatorId), JSON.stringify(preferences));
