import type { OperatorId, ViewId } from '../../../shared/ids.ts';
import type { Database } from '../../store/database.ts';
import type { SavedViewColumns } from '../../store/saved-view-columns.ts';

/** A client's store, or the workspace's: both keep views, in a table of the same shape. */
export type ViewHome = Pick<Database<unknown>, 'prepare'>;

/** Those of this operator and those that are shared, by name. */
export const listViews = (home: ViewHome, operatorId: OperatorId): SavedViewColumns[] =>
  home
    .prepare('SELECT * FROM saved_views WHERE shared = 1 OR operator_id = ? ORDER BY name COLLATE NOCASE, id')
    .all(operatorId) as SavedViewColumns[];

/** Keeps it as it is now; who made it, and when, stays. */
export function putView(home: ViewHome, view: SavedViewColumns): void {
  home
    .prepare(
      `INSERT INTO saved_views (id, name, shared, operator_id, client_ids, filter, sort, columns, created_at)
       VALUES (:id, :name, :shared, :operator_id, :client_ids, :filter, :sort, :columns, :created_at)
       ON CONFLICT (id) DO UPDATE SET name = :name, shared = :shared, client_ids = :client_ids, filter = :filter,
         sort = :sort, columns = :columns`,
    )
    .run({ ...view });
}

export function deleteView(home: ViewHome, id: ViewId): void {
  home.prepare('DELETE FROM saved_views WHERE id = ?').run(id);
}
