import type { ClientStore } from '../../../store/client/client-store.ts';

/** A table whose rows belong to conversations. */
export interface OwnedTable {
  readonly name: string;
  /** The column that names the conversation. */
  readonly owner: string;
  /** What tells its rows apart, whatever conversation they belong to, where that can be had. */
  readonly key: readonly string[];
  /** What of its rows a correction may change; of most tables all of it. */
  readonly columns: readonly string[];
}

/** What of the large tables a correction touches: the rest of their rows need be neither read nor kept. */
const narrow: Readonly<Record<string, Pick<OwnedTable, 'key' | 'columns'>>> = {
  messages: { key: ['seq'], columns: ['seq', 'conversation_id'] },
  outbox: { key: ['seq'], columns: ['seq', 'conversation_id', 'draft_revision'] },
};
/** Their number may change with their order; their id never does. */
const keyOf: Readonly<Record<string, readonly string[]>> = { events: ['id'] };

/** Worked out from the rest, again wherever something changes. */
const derived: readonly string[] = ['dues'];

const known = new WeakMap<ClientStore, readonly OwnedTable[]>();

/**
 * Every table with rows of conversations, `conversations` itself first: asked of the store, so that no table of a noun
 * that is yet to come is forgotten when conversations are taken apart or put together.
 */
export function ownedTables(store: ClientStore): readonly OwnedTable[] {
  const tables = known.get(store) ?? [conversationsOf(store), ...childrenOf(store)];
  known.set(store, tables);
  return tables;
}

interface Column {
  readonly name: string;
  /** Its place in the primary key, from 1; 0: it is no part of it. */
  readonly pk: number;
}

const columnsOf = (store: ClientStore, table: string): Column[] =>
  store.prepare('SELECT name, pk FROM pragma_table_info(?) ORDER BY cid').all(table) as Column[];

const namesOf = (columns: readonly Column[]): string[] => columns.map(({ name }) => name);

function primaryKeyOf(columns: readonly Column[]): string[] {
  const key = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  return key.length > 0 ? namesOf(key) : ['rowid'];
}

const conversationsOf = (store: ClientStore): OwnedTable => ({
  name: 'conversations',
  owner: 'id',
  key: ['id'],
  columns: namesOf(columnsOf(store, 'conversations')),
});

function childrenOf(store: ClientStore): OwnedTable[] {
  const found = store
    .prepare(
      `SELECT t.name, f."from" AS owner FROM pragma_table_list() t JOIN pragma_foreign_key_list(t.name) f
       WHERE t.schema = 'main' AND t.type = 'table' AND f."table" = 'conversations'
         AND t.name NOT IN (SELECT value FROM json_each(?)) ORDER BY t.name`,
    )
    .all(JSON.stringify(derived)) as { name: string; owner: string }[];
  return found.map(({ name, owner }) => {
    const columns = columnsOf(store, name);
    const key = keyOf[name] ?? primaryKeyOf(columns);
    const all = namesOf(columns);
    return { name, owner, key, columns: key.includes('rowid') ? ['rowid', ...all] : all, ...narrow[name] };
  });
}
