import { createHash } from 'node:crypto';
import type { ConversationId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { ownedTables, type OwnedTable } from './tables-of.ts';

export type Row = Readonly<Record<string, string | number | null>>;
/** Table -> key -> row: everything of some conversations as it stands at one moment. */
export type Picture = ReadonlyMap<string, ReadonlyMap<string, Row>>;

/** One row before and after; null: it was not there. */
export interface RowChange {
  readonly table: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** What was put right when stands for itself: it is added to, and never taken back. */
const trail: ReadonlySet<unknown> = new Set(['corrected', 'correction-undone']);

const keyOf = (table: OwnedTable, row: Row): string => JSON.stringify(table.key.map((name) => row[name]));

export function pictureOf(store: ClientStore, ids: readonly ConversationId[]): Picture {
  return new Map(
    ownedTables(store).map((table) => {
      const rows = store
        .prepare(
          `SELECT ${table.columns.join(', ')} FROM ${table.name}
           WHERE ${table.owner} IN (SELECT value FROM json_each(?)) ORDER BY ${table.key.join(', ')}`,
        )
        .all(JSON.stringify(ids)) as Row[];
      return [table.name, new Map(rows.map((row) => [keyOf(table, row), row]))];
    }),
  );
}

export function changesBetween(before: Picture, after: Picture): RowChange[] {
  return [...before].flatMap(([table, earlier]) => {
    const later = after.get(table) ?? new Map<string, Row>();
    const keys = new Set([...earlier.keys(), ...later.keys()]);
    return [...keys].flatMap((key) => {
      const change = { table, before: earlier.get(key) ?? null, after: later.get(key) ?? null };
      return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
    });
  });
}

/** Says whether anything has changed since, the trail of corrections apart. Hex. */
export function digestOf(picture: Picture): string {
  const hash = createHash('sha256');
  for (const [table, rows] of picture) {
    for (const [key, row] of rows)
      if (!trail.has(row['type'])) hash.update(`${table} ${key} ${JSON.stringify(row)}\n`);
  }
  return hash.digest('hex');
}
