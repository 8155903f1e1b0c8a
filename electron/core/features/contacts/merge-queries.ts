import { LiaisonError } from '../../../shared/errors.ts';
import type { ContactId, ContactMergeId, OperatorId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

/** The person that a contact stands for: itself, or what it was merged into, to the end. @throws LiaisonError `not-found` */
export function personIdOf(store: ClientStore, id: ContactId): ContactId {
  const row = store
    .prepare(
      `WITH RECURSIVE up (id, depth) AS (
         SELECT id, 0 FROM contacts WHERE id = ?
         UNION ALL
         SELECT m.into_id, up.depth + 1 FROM up JOIN contact_merges m ON m.from_id = up.id AND m.undone_at IS NULL
       ) SELECT id FROM up ORDER BY depth DESC LIMIT 1`,
    )
    .get(id) as { id: ContactId } | undefined;
  if (!row) throw new LiaisonError('not-found', { detail: { what: 'contact' } });
  return row.id;
}

/** A contact and everything merged into it, itself first, the earliest merges before the later ones. */
export const membersOf = (store: ClientStore, id: ContactId): ContactId[] =>
  (
    store
      .prepare(
        `WITH RECURSIVE down (id, depth, since) AS (
           SELECT ?, 0, 0
           UNION ALL
           SELECT m.from_id, down.depth + 1, m.merged_at
           FROM down JOIN contact_merges m ON m.into_id = down.id AND m.undone_at IS NULL
         ) SELECT id FROM down ORDER BY depth, since, id`,
      )
      .all(id) as { id: ContactId }[]
  ).map((row) => row.id);

interface MergeRow {
  readonly id: ContactMergeId;
  readonly from_id: ContactId;
  readonly into_id: ContactId;
  readonly operator_id: OperatorId | null;
  readonly merged_at: number;
}

/** The edges that hold among these contacts, the newest first. */
export const mergesAmong = (store: ClientStore, members: readonly ContactId[]): MergeRow[] =>
  store.all(
    store.sql
      .selectFrom('contact_merges')
      .select(['id', 'from_id', 'into_id', 'operator_id', 'merged_at'])
      .where('from_id', 'in', members)
      .where('undone_at', 'is', null)
      .orderBy('merged_at', 'desc')
      .orderBy('id', 'desc'),
  );

/** @throws LiaisonError `not-found` when it is not there or was taken back already */
export function mustFindMerge(store: ClientStore, id: ContactMergeId): MergeRow {
  const row = store.first(
    store.sql
      .selectFrom('contact_merges')
      .select(['id', 'from_id', 'into_id', 'operator_id', 'merged_at'])
      .where('id', '=', id)
      .where('undone_at', 'is', null),
  );
  if (!row) throw new LiaisonError('not-found', { detail: { what: 'merge' } });
  return row;
}

/** Both ends are persons of their own: the edge joins two trees and can make no circle. */
export function insertMerge(store: ClientStore, merge: MergeRow): void {
  store.run(store.sql.insertInto('contact_merges').values({ ...merge, undone_by: null, undone_at: null }));
  for (const table of ['conversations', 'identities'] as const) {
    store
      .prepare(
        `UPDATE ${table} SET origin_id = coalesce(origin_id, contact_id), contact_id = ? WHERE contact_id = ?`,
      )
      .run(merge.into_id, merge.from_id);
  }
}

/** Gives back what came with the edge, and what has come since from the same identities. */
export function undoMerge(
  store: ClientStore,
  undo: { merge: MergeRow; personId: ContactId; operatorId: OperatorId | null; now: number },
): void {
  const { merge, personId, operatorId, now } = undo;
  store.run(
    store.sql
      .updateTable('contact_merges')
      .set({ undone_by: operatorId, undone_at: now })
      .where('id', '=', merge.id),
  );
  const members = JSON.stringify(membersOf(store, merge.from_id));
  for (const table of ['conversations', 'identities'] as const) {
    store
      .prepare(
        `UPDATE ${table} SET contact_id = :apart, origin_id = nullif(origin_id, :apart)
         WHERE contact_id = :person AND origin_id IN (SELECT value FROM json_each(:members))`,
      )
      .run({ apart: merge.from_id, person: personId, members });
  }
}

export function insertKeptApart(
  store: ClientStore,
  pair: { one: ContactId; other: ContactId; operatorId: OperatorId | null; now: number },
): void {
  const [one = pair.one, other = pair.other] = [pair.one, pair.other].toSorted();
  store.run(
    store.sql
      .insertInto('contacts_kept_apart')
      .values({ one_id: one, other_id: other, operator_id: pair.operatorId, decided_at: pair.now })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** Contacts that somebody said are not one of these. */
export function keptApartFrom(store: ClientStore, members: readonly ContactId[]): ReadonlySet<ContactId> {
  const rows = store.all(
    store.sql
      .selectFrom('contacts_kept_apart')
      .select(['one_id', 'other_id'])
      .where((where) => where.or([where('one_id', 'in', members), where('other_id', 'in', members)])),
  );
  return new Set(rows.flatMap((row) => [row.one_id, row.other_id]));
}
