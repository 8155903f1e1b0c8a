import type BetterSqlite3 from 'better-sqlite3';
import { statSync } from 'node:fs';
import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Compilable,
} from 'kysely';
import { asStoreError, checkEveryPage, connect, guarded, withoutWaiting } from './connection.ts';

/** Statements kept prepared per file; the product has fewer distinct ones than this. */
const statementCacheSize = 500;
/** Reading every page of a larger file would hold up the start: 1 ms a megabyte, and 4 where the cipher is ChaCha20. */
const mostCheckedAtOpen = 32 * 1024 * 1024;

/** Pages of 4 kB in the log before it is folded into the file: a batch of a first sync rewrites many of the last one's. */
const mostLoggedPages = 8_000;

/** Rows a query gives, whatever the kind of query. */
type RowOf<Query> = Query extends Compilable<infer Row> ? Row : never;

/**
 * One SQLite file. Queries are written with Kysely and run synchronously, so that a transaction is a plain function
 * that nothing else can come between.
 */
export interface Database<Tables> {
  /** Builds queries; it has no connection of its own. */
  readonly sql: Kysely<Tables>;
  readonly path: string;
  /** Whether every page was looked at when it was opened. Of a large file only the beginning was: see `page-check.ts`. */
  readonly isChecked: boolean;
  all<Query extends Compilable<unknown>>(query: Query): RowOf<Query>[];
  first<Query extends Compilable<unknown>>(query: Query): RowOf<Query> | undefined;
  /** Runs a write; gives the number of rows it changed. */
  run(query: Compilable<unknown>): number;
  /** All or nothing, durable when it returns. Nested calls join the outer one. */
  transaction<Result>(work: () => Result): Result;
  /** The prepared statement of hand-written SQL, for full text and other dialect-bound pieces. */
  prepare(sql: string): BetterSqlite3.Statement;
  /** Runs many statements of hand-written SQL at once, for migrations. */
  script(sql: string): void;
  /** Writes a whole, defragmented, equally encrypted copy. */
  backup(path: string): void;
  /**
   * Folds the write-ahead log into the file, so that a copied file is complete and a damaged log loses nothing. Whoever
   * reads meanwhile, here or on a thread of their own, is not waited for: the log stays, with what they do not see yet.
   */
  checkpoint(): void;
  /**
   * The file as it stands now, to be read while others write. It is for whoever asks to close it, and soon: until then
   * the log can't be folded whole. What it comes from closes it too.
   */
  snapshot(): Database<Tables>;
  close(): void;
}

export interface OpenOptions {
  readonly path: string;
  /** 32 bytes; absent for the workspace's own file, which holds no customer's text. */
  readonly key?: Uint8Array;
}

/**
 * Opens (or makes) an SQLite file: authenticated, encrypted pages where there is a key, write-ahead log, foreign keys, and
 * `synchronous=FULL`, because an acknowledged reply must survive a power cut. Checks every page of a file of ordinary size,
 * and of a large one its head: a wrong key and a file that was cut short are found either way.
 *
 * @throws LiaisonError `key-wrong`, `store-damaged`, `disk-full`, `disk-read-only`
 */
export function openDatabase<Tables>(options: OpenOptions): Database<Tables> {
  const size = statSync(options.path, { throwIfNoEntry: false })?.size ?? 0;
  const isChecked = size <= mostCheckedAtOpen;
  return databaseOn<Tables>(open(options, { existed: size > 0, isChecked }), { ...options, isChecked });
}

function databaseOn<Tables>(
  connection: BetterSqlite3.Database,
  options: OpenOptions & { readonly isChecked: boolean },
): Database<Tables> {
  const snapshots = new Set<Database<Tables>>();
  const sql = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  const statements = new Map<string, BetterSqlite3.Statement>();

  function prepare(text: string): BetterSqlite3.Statement {
    const known = statements.get(text);
    if (known) return known;
    const statement = connection.prepare(text);
    if (statements.size >= statementCacheSize) statements.clear();
    statements.set(text, statement);
    return statement;
  }
  function execute<Result>(
    query: Compilable<unknown>,
    how: (s: BetterSqlite3.Statement, p: unknown[]) => Result,
  ) {
    const compiled = query.compile();
    return guarded(options.path, () => how(prepare(compiled.sql), compiled.parameters as unknown[]));
  }

  return {
    sql,
    path: options.path,
    isChecked: options.isChecked,
    all: (query) => execute(query, (s, p) => s.all(...p)) as never,
    first: (query) => execute(query, (s, p) => s.get(...p)) as never,
    run: (query) => execute(query, (s, p) => s.run(...p).changes),
    transaction(work) {
      if (connection.inTransaction) return work();
      return guarded(options.path, () => connection.transaction(work).immediate());
    },
    prepare,
    script: (text) => void guarded(options.path, () => connection.exec(text)),
    backup: (path) => void guarded(path, () => prepare('VACUUM INTO ?').run(path)),
    checkpoint: () => withoutWaiting(connection, () => connection.pragma('wal_checkpoint(TRUNCATE)')),
    snapshot() {
      const taken = databaseOn<Tables>(openSnapshot(options), options);
      const snapshot = {
        ...taken,
        close() {
          snapshots.delete(snapshot);
          taken.close();
        },
      };
      snapshots.add(snapshot);
      return snapshot;
    },
    close() {
      for (const snapshot of snapshots) snapshot.close();
      if (!connection.open) return;
      statements.clear();
      connection.close();
    },
  };
}

function open(options: OpenOptions, mode: { existed: boolean; isChecked: boolean }): BetterSqlite3.Database {
  const connection = connect(options.path, options.key);
  try {
    connection.pragma('journal_mode=WAL');
    connection.pragma(`wal_autocheckpoint=${mostLoggedPages}`);
    connection.pragma('synchronous=FULL');
    connection.pragma('foreign_keys=ON');
    connection.pragma('secure_delete=ON');
    connection.pragma('temp_store=MEMORY');
    if (mode.existed && mode.isChecked) checkEveryPage(connection, options.path);
    else connection.prepare('SELECT count(*) FROM sqlite_schema').get();
    return connection;
  } catch (error) {
    connection.close();
    throw asStoreError(error, options.path);
  }
}

/** A connection that only reads, in a transaction that stays open: it sees nothing that is written from now on. */
function openSnapshot(options: OpenOptions): BetterSqlite3.Database {
  const connection = connect(options.path, options.key);
  try {
    connection.pragma('temp_store=MEMORY');
    connection.pragma('query_only=ON');
    connection.exec('BEGIN');
    // The moment is that of the first read.
    connection.prepare('SELECT count(*) FROM sqlite_schema').get();
    return connection;
  } catch (error) {
    connection.close();
    throw asStoreError(error, options.path);
  }
}
