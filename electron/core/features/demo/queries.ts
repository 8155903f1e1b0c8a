import type { PlainStatus } from '../../../shared/conversations.ts';
import type { ConversationId, OperatorId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { WorkspaceStore } from '../../store/workspace/workspace-store.ts';

const settingKey = 'demo.unfinished';

/** What is being done to the demo. It stands in the workspace for as long as it lasts, so that a crash is known later. */
export interface Unfinished {
  readonly work: 'filling' | 'removing';
  readonly visitor: OperatorId | null;
}

export function readUnfinished(workspace: WorkspaceStore): Unfinished | null {
  const query = workspace.sql.selectFrom('settings').select('value').where('key', '=', settingKey);
  const kept = workspace.first(query);
  return kept ? (JSON.parse(kept.value) as Unfinished) : null;
}

export function writeUnfinished(workspace: WorkspaceStore, unfinished: Unfinished): void {
  const value = JSON.stringify(unfinished);
  workspace.run(
    workspace.sql
      .insertInto('settings')
      .values({ key: settingKey, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value })),
  );
}

export function clearUnfinished(workspace: WorkspaceStore): void {
  workspace.run(workspace.sql.deleteFrom('settings').where('key', '=', settingKey));
}

/** The newest conversations that stand plainly in a category. */
export const idsStanding = (
  store: ClientStore,
  { category, limit }: { category: PlainStatus; limit: number },
): ConversationId[] =>
  store
    .all(
      store.sql
        .selectFrom('conversations')
        .select('id')
        .where('status', '=', category)
        .where('status_id', 'is', null)
        .orderBy('last_message_at', 'desc')
        .orderBy('id')
        .limit(limit),
    )
    .map((row) => row.id);
