import type { VaultBackend } from '../../../shared/vault.ts';
import type { WorkspaceStore } from '../../store/workspace/workspace-store.ts';

/** `beside`: the demo's key stands next to its store. */
export type KeyBackend = VaultBackend | 'beside';

const settingKey = 'vault.backend';

export function readBackend(workspace: WorkspaceStore): VaultBackend | null {
  const query = workspace.sql.selectFrom('settings').select('value').where('key', '=', settingKey);
  return (workspace.first(query)?.value as VaultBackend | undefined) ?? null;
}

/** Records the backend once; a workspace never changes it by itself. */
export function recordBackend(workspace: WorkspaceStore, backend: VaultBackend): void {
  workspace.run(
    workspace.sql
      .insertInto('settings')
      .values({ key: settingKey, value: backend })
      .onConflict((conflict) => conflict.doNothing()),
  );
}
