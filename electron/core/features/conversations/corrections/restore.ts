import type { ConversationId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { bringAlong, comingBack, eachByItself, isSameDraft, isWhole, makeRoom } from './drafts-back.ts';
import type { Row, RowChange } from './picture.ts';
import { highestRevision } from './pour.ts';
import { ownedTables, type OwnedTable } from './tables-of.ts';

/** Facts that a correction added are its own, whatever became of them; other rows may be somebody's since. */
const itsOwn: ReadonlySet<string> = new Set(['events', 'conversations']);

type Known = RowChange & { readonly of: OwnedTable };

/**
 * Puts every row back as it was before these changes. What has changed since then keeps its new values where the correction
 * did not touch them. Joins the caller's transaction.
 *
 * @throws LiaisonError `drafts-on-both` where a draft comes back to where somebody has begun another one
 */
export function restoreRows(store: ClientStore, changes: readonly RowChange[]): void {
  const coming = comingBack(store, changes);
  makeRoom(store, coming);
  // Rows come back in any order: what they refer to must be there in the end.
  store.script('PRAGMA defer_foreign_keys = ON');
  const tables = new Map(ownedTables(store).map((table) => [table.name, table]));
  const known = eachByItself(changes).flatMap((change): Known[] => {
    const of = tables.get(change.table);
    return of ? [{ ...change, of }] : [];
  });
  const gone = known.filter(({ after }) => after === null);
  const settled = new Set<Known>();
  for (const { of, before, after } of known) {
    if (before || !after) continue;
    const twin = gone.find((each) => each.of === of && isTwin(each, after));
    if (takeAway(store, { of, after, twin: twin?.before ?? null }) && twin) settled.add(twin);
  }
  for (const { of, before, after } of known) if (before && after) putBack(store, { of, before, after });
  for (const each of gone)
    if (each.before && !settled.has(each) && isWhole(store, each))
      bringBack(store, { of: each.of, before: each.before });
  bringAlong(store, coming);
}

/** The same row under another conversation: its name is part of what tells the table's rows apart. */
function isTwin({ of, before }: Known, after: Row): boolean {
  if (!of.key.includes(of.owner) || !before) return false;
  if (of.name === 'drafts') return isSameDraft(before, after);
  return of.key.every((name) => name === of.owner || before[name] === after[name]);
}

const matching = (table: OwnedTable): string => table.key.map((name) => `${name} = ?`).join(' AND ');
const keyOf = (table: OwnedTable, row: Row) => table.key.map((name) => row[name] ?? null);

const nowOf = (store: ClientStore, { of, row }: { of: OwnedTable; row: Row }): Row | undefined =>
  store
    .prepare(`SELECT ${of.columns.join(', ')} FROM ${of.name} WHERE ${matching(of)}`)
    .get(...keyOf(of, row)) as Row | undefined;

/**
 * A row that came with the correction goes with it. One that somebody has worked on since goes over as it is to where its
 * twin stood; one that somebody took away stays away. Gives whether that settles the twin.
 */
function takeAway(
  store: ClientStore,
  { of, after, twin }: { of: OwnedTable; after: Row; twin: Row | null },
): boolean {
  const now = nowOf(store, { of, row: after });
  if (!now) return true;
  if (itsOwn.has(of.name) || JSON.stringify(now) === JSON.stringify(after)) {
    store.prepare(`DELETE FROM ${of.name} WHERE ${matching(of)}`).run(...keyOf(of, after));
    return false;
  }
  if (!twin) return true;
  store
    .prepare(`UPDATE OR IGNORE ${of.name} SET ${of.owner} = ? WHERE ${matching(of)}`)
    .run(twin[of.owner] ?? null, ...keyOf(of, after));
  return true;
}

function putBack(
  store: ClientStore,
  { of, before, after }: { of: OwnedTable; before: Row; after: Row },
): void {
  const now = nowOf(store, { of, row: after });
  if (!now) return;
  const columns = of.columns.filter((name) => before[name] !== after[name] && now[name] === after[name]);
  if (columns.length === 0) return;
  const values = columns.map((name) => before[name] ?? null);
  const set = (...to: (string | number | null)[]) =>
    store
      .prepare(
        `UPDATE OR IGNORE ${of.name} SET ${columns.map((name) => `${name} = ?`).join(', ')} WHERE ${matching(of)}`,
      )
      .run(...to, ...keyOf(of, after)).changes;
  if (set(...values) > 0 || of.name !== 'outbox') return;
  // Its number was given to another reply meanwhile.
  const free = highestRevision(store, before['conversation_id'] as ConversationId) + 1;
  set(...columns.map((name, at) => (name === 'draft_revision' ? free : (values[at] ?? null))));
}

/** Where its place is taken by now, that which took it stands; a fact takes the next place. */
function bringBack(store: ClientStore, { of, before }: { of: OwnedTable; before: Row }): void {
  const insert = (row: Row) =>
    store
      .prepare(
        `INSERT OR IGNORE INTO ${of.name} (${of.columns.join(', ')})
         VALUES (${of.columns.map(() => '?').join(', ')})`,
      )
      .run(...of.columns.map((name) => row[name] ?? null)).changes;
  if (insert(before) > 0 || of.name !== 'events') return;
  const { seq } = store.prepare('SELECT max(seq) + 1 AS seq FROM events').get() as { seq: number };
  insert({ ...before, seq });
}
