import type { Selectable } from 'kysely';
import type { OperatorId } from '../../../shared/ids.ts';
import { usualPeopleRules, type PeopleRules } from '../../../shared/people.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { ClientTables } from '../../store/client/tables.ts';
import type { WorkspaceStore } from '../../store/workspace/workspace-store.ts';

export function readRules(store: ClientStore): PeopleRules {
  const row = store.first(store.sql.selectFrom('people_rules').selectAll());
  if (!row) return usualPeopleRules;
  return {
    certifiedOnly: row.certified_only === 1,
    assigning: row.assigning,
    capacity: row.capacity,
    whenAway: row.when_away,
  };
}

export function writeRules(store: ClientStore, rules: PeopleRules): void {
  const values = {
    certified_only: rules.certifiedOnly ? (1 as const) : (0 as const),
    assigning: rules.assigning,
    capacity: rules.capacity,
    when_away: rules.whenAway,
  };
  store.run(
    store.sql
      .insertInto('people_rules')
      .values({ one: 1, ...values })
      .onConflict((clash) => clash.column('one').doUpdateSet(values)),
  );
}

/** The certifications in force. */
export const certificationsOf = (store: ClientStore): Selectable<ClientTables['certifications']>[] =>
  store.all(store.sql.selectFrom('certifications').selectAll().where('ended_at', 'is', null));

/** Whether somebody may be assigned and send here. Asked on every such call. */
export function isAble(store: ClientStore, operatorId: OperatorId): boolean {
  const row = store
    .prepare(
      `SELECT NOT EXISTS (SELECT 1 FROM people_rules WHERE certified_only = 1)
         OR EXISTS (SELECT 1 FROM certifications WHERE operator_id = ? AND ended_at IS NULL) AS able`,
    )
    .get(operatorId) as { able: 0 | 1 };
  return row.able === 1;
}

interface Granting {
  readonly operatorId: OperatorId;
  readonly by: OperatorId;
  readonly now: number;
}

/** Where it stands already, it stays as it is. */
export function grantCertification(store: ClientStore, { operatorId, by, now }: Granting): void {
  const query = store.sql
    .insertInto('certifications')
    .values({ operator_id: operatorId, granted_at: now, granted_by: by, ended_at: null, ended_by: null })
    .onConflict((clash) => clash.doNothing());
  store.run(query);
}

export function endCertification(store: ClientStore, { operatorId, by, now }: Granting): void {
  store.run(
    store.sql
      .updateTable('certifications')
      .set({ ended_at: now, ended_by: by })
      .where('operator_id', '=', operatorId)
      .where('ended_at', 'is', null),
  );
}

export const capacitiesOf = (store: ClientStore): ReadonlyMap<OperatorId, number> =>
  new Map(
    store
      .all(store.sql.selectFrom('capacities').selectAll())
      .map(({ operator_id, capacity }) => [operator_id, capacity]),
  );

/** Null: the client's usual measure. */
export function writeCapacity(
  store: ClientStore,
  { operatorId, capacity }: { operatorId: OperatorId; capacity: number | null },
): void {
  if (capacity === null) {
    store.run(store.sql.deleteFrom('capacities').where('operator_id', '=', operatorId));
    return;
  }
  store.run(
    store.sql
      .insertInto('capacities')
      .values({ operator_id: operatorId, capacity })
      .onConflict((clash) => clash.column('operator_id').doUpdateSet({ capacity })),
  );
}

/** What waits for us, by whose it is. */
export function inHandOf(store: ClientStore): ReadonlyMap<OperatorId, number> {
  const rows = store
    .prepare(
      `SELECT assignee_id AS id, count(*) AS count FROM conversations INDEXED BY conversations_in_hand
       WHERE assignee_id IS NOT NULL AND status IN ('new', 'open') GROUP BY assignee_id`,
    )
    .all() as { id: OperatorId; count: number }[];
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Who is away, and since when (epoch milliseconds). */
export const listAway = (workspace: WorkspaceStore): ReadonlyMap<OperatorId, number> =>
  new Map(
    workspace
      .all(workspace.sql.selectFrom('away').selectAll())
      .map(({ operator_id, since }) => [operator_id, since]),
  );

/** Who is away already stays so since then. */
export function goAway(
  workspace: WorkspaceStore,
  { operatorId, since }: { operatorId: OperatorId; since: number },
): void {
  workspace.run(
    workspace.sql
      .insertInto('away')
      .values({ operator_id: operatorId, since })
      .onConflict((clash) => clash.doNothing()),
  );
}

export function comeBack(workspace: WorkspaceStore, operatorId: OperatorId): void {
  workspace.run(workspace.sql.deleteFrom('away').where('operator_id', '=', operatorId));
}
