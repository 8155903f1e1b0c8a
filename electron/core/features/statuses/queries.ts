import type { NamedStatus } from '../../../shared/statuses.ts';
import type { StatusId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { AutomationTables } from '../../store/client/automation-tables.ts';

const present = (row: AutomationTables['statuses']): NamedStatus => ({
  id: row.id,
  category: row.category,
  name: row.name,
  retired: row.retired === 1,
});

/** All that there have ever been, in their order. */
export const listStatuses = (store: ClientStore): NamedStatus[] =>
  store
    .all(store.sql.selectFrom('statuses').selectAll().orderBy('position').orderBy('id'))
    .map((row) => present(row));

export function findStatus(store: ClientStore, id: StatusId): NamedStatus | undefined {
  const row = store.first(store.sql.selectFrom('statuses').selectAll().where('id', '=', id));
  return row && present(row);
}

/** Its category is written once. */
export function putStatus(store: ClientStore, { id, ...status }: NamedStatus & { position: number }): void {
  const { category, name, position } = status;
  const changes = { name, position, retired: status.retired ? 1 : 0 } as const;
  store.run(
    store.sql
      .insertInto('statuses')
      .values({ id, category, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
}
