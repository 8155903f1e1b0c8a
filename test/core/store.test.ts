import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openClientStore } from '../../electron/core/store/client/client-store.ts';
import { clientMigrations } from '../../electron/core/store/client/migrations.ts';
import { connect } from '../../electron/core/store/connection.ts';
import { openDatabase } from '../../electron/core/store/database.ts';
import { migrate, type Migration } from '../../electron/core/store/migrate.ts';
import { createSeal } from '../../electron/core/store/seal.ts';
import { LiaisonError } from '../../electron/shared/errors.ts';
import type { ClientId } from '../../electron/shared/ids.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const clientId = '01900000-0000-7000-8000-000000000001' as ClientId;
const secretWord = 'Zanzibarquartz';

interface Notes {
  notes: { id: number; text: string };
}
const first: Migration = {
  name: '0001',
  sql: 'CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;',
};
const second: Migration = {
  name: '0002',
  sql: "ALTER TABLE notes ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm';",
};
const broken: Migration = {
  name: '0003',
  sql: 'CREATE TABLE half (id INTEGER) STRICT;\nCREATE TABLE half (id INTEGER);',
};

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof LiaisonError) return error.code;
    throw error;
  }
  return 'no error';
};

function storeWithWords(folder: string, key: Uint8Array): void {
  const store = openClientStore({ clientId, folder, key });
  const name = `${secretWord} `.repeat(200);
  store.transaction(() => {
    for (let i = 0; i < 200; i += 1) {
      store.run(
        store.sql
          .insertInto('contacts')
          .values({ id: `c${i}` as never, name, language: null, created_at: 0 }),
      );
    }
  });
  store.checkpoint();
  store.close();
}

describe('a client store', () => {
  test('keeps no readable word on the disk, in the file, its log or the attachment folder', () => {
    const folder = temporaryFolder();
    const store = openClientStore({ clientId, folder, key: randomBytes(32) });
    store.run(
      store.sql
        .insertInto('contacts')
        .values({ id: 'c' as never, name: secretWord, language: null, created_at: 0 }),
    );
    store.files.write('a-file', Buffer.from(secretWord));
    const bytes = ['client.db', 'client.db-wal', 'attachments/a-file'].map((name) =>
      readFileSync(join(folder, name)),
    );
    for (const each of bytes) expect(each.includes(secretWord)).toBe(false);
    expect(store.files.read('a-file').toString()).toBe(secretWord);
    store.close();
  });

  test('is refused with another key, and opens again with its own', () => {
    const [folder, key] = [temporaryFolder(), randomBytes(32)];
    storeWithWords(folder, key);
    expect(codeOf(() => openClientStore({ clientId, folder, key: randomBytes(32) }))).toBe('store-damaged');
    const store = openClientStore({ clientId, folder, key });
    expect(store.all(store.sql.selectFrom('contacts').select('id'))).toHaveLength(200);
    store.close();
  });

  test.each([0.1, 0.3, 0.5, 0.7, 0.9])(
    'detects one flipped bit at %d of the file, and keeps the file',
    (where) => {
      const [folder, key] = [temporaryFolder(), randomBytes(32)];
      storeWithWords(folder, key);
      const path = join(folder, 'client.db');
      const before = readFileSync(path);
      const at = Math.floor(before.length * where);
      const flipped = Buffer.from(before);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      writeFileSync(path, flipped);
      expect(codeOf(() => openClientStore({ clientId, folder, key }))).toBe('store-damaged');
      expect(readFileSync(path).equals(flipped)).toBe(true);
    },
  );

  test('detects a truncated file', () => {
    const [folder, key] = [temporaryFolder(), randomBytes(32)];
    storeWithWords(folder, key);
    const path = join(folder, 'client.db');
    const half = readFileSync(path).subarray(0, Math.floor(statSync(path).size / 2));
    writeFileSync(path, half);
    expect(codeOf(() => openClientStore({ clientId, folder, key }))).toBe('store-damaged');
  });

  test('writes every commit through to the disk (synchronous=FULL, WAL, foreign keys)', () => {
    const store = openClientStore({ clientId, folder: temporaryFolder(), key: randomBytes(32) });
    const pragma = (name: string) =>
      Object.values(store.prepare(`PRAGMA ${name}`).get() as object)[0] as unknown;
    expect([pragma('synchronous'), pragma('journal_mode'), pragma('foreign_keys')]).toEqual([2, 'wal', 1]);
    store.close();
  });

  test('has STRICT tables only', () => {
    const store = openClientStore({ clientId, folder: temporaryFolder(), key: randomBytes(32) });
    const rows = store.prepare('PRAGMA table_list').all() as { name: string; type: string; strict: number }[];
    const loose = rows.filter(
      (row) => row.type === 'table' && row.strict === 0 && !row.name.startsWith('sqlite_'),
    );
    expect(loose.map((row) => row.name)).toEqual([]);
    expect(rows.length).toBeGreaterThan(15);
    store.close();
  });

  test('a transaction that throws changes nothing', () => {
    const store = openClientStore({ clientId, folder: temporaryFolder(), key: randomBytes(32) });
    const insert = () =>
      store.run(
        store.sql
          .insertInto('contacts')
          .values({ id: 'c' as never, name: 'x', language: null, created_at: 0 }),
      );
    expect(() => store.transaction(() => (insert(), insert()))).toThrow();
    expect(store.all(store.sql.selectFrom('contacts').select('id'))).toEqual([]);
    store.close();
  });
});

test('a snapshot stays as the file was, while others write and fold the log, and ends with the file', () => {
  const path = join(temporaryFolder(), 'notes.db');
  const database = openDatabase<Notes>({ path, key: randomBytes(32) });
  migrate(database, [first]);
  const write = (text: string) =>
    database.run(database.sql.insertInto('notes').values({ id: text.length, text }));
  const read = (from: typeof database) =>
    from.all(from.sql.selectFrom('notes').select('text')).map(({ text }) => text);
  write('a');
  const snapshot = database.snapshot();
  write('bb');
  database.checkpoint();
  expect([read(snapshot), read(database)]).toEqual([['a'], ['a', 'bb']]);
  expect(() => snapshot.run(snapshot.sql.deleteFrom('notes'))).toThrow('read-only');
  snapshot.close();
  database.checkpoint();
  expect(statSync(`${path}-wal`).size).toBe(0);
  const left = database.snapshot();
  database.close();
  expect(() => read(left)).toThrow('not open');
});

test('a log is folded beside a reader on a connection of its own, and is whole once nobody reads', () => {
  const path = join(temporaryFolder(), 'notes.db');
  const key = randomBytes(32);
  const database = openDatabase<Notes>({ path, key });
  migrate(database, [first]);
  const write = (text: string) =>
    database.run(database.sql.insertInto('notes').values({ id: text.length, text }));
  write('a');
  const reader = connect(path, key);
  const seen = () => reader.prepare('SELECT text FROM notes').pluck().all();
  reader.exec('BEGIN');
  expect(seen()).toEqual(['a']);
  write('bb');
  database.checkpoint();
  expect(seen()).toEqual(['a']);
  expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
  reader.exec('COMMIT');
  database.checkpoint();
  expect(statSync(`${path}-wal`).size).toBe(0);
  expect(seen()).toEqual(['a', 'bb']);
  // Whoever writes waits for another writer as before.
  expect(database.prepare('PRAGMA busy_timeout').pluck().get()).toBeGreaterThan(0);
  reader.close();
  database.close();
});

describe('migrations', () => {
  const open = (path: string) => openDatabase<Notes>({ path });

  test('bring a used file forward, keep its rows, and write a backup beside it first', () => {
    const path = join(temporaryFolder(), 'notes.db');
    const old = open(path);
    migrate(old, [first]);
    old.run(old.sql.insertInto('notes').values({ id: 1, text: 'kept' }));
    old.close();

    const now = open(path);
    migrate(now, [first, second]);
    expect(now.prepare('SELECT text, mood FROM notes').all()).toEqual([{ text: 'kept', mood: 'calm' }]);
    now.close();
    const backup = open(`${path}.before-2`);
    expect(backup.prepare('SELECT * FROM notes').all()).toEqual([{ id: 1, text: 'kept' }]);
    backup.close();
  });

  test('make no backup of a new file, and do nothing the second time', () => {
    const path = join(temporaryFolder(), 'notes.db');
    const database = open(path);
    migrate(database, [first, second]);
    migrate(database, [first, second]);
    expect(existsSync(`${path}.before-1`)).toBe(false);
    database.close();
  });

  test('one that fails half-way leaves the file as it was', () => {
    const path = join(temporaryFolder(), 'notes.db');
    const database = open(path);
    migrate(database, [first, second]);
    expect(() => migrate(database, [first, second, broken])).toThrow();
    expect(database.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").all()).toEqual([]);
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 2 });
    database.close();
  });

  test('a file of a later Liaison is refused untouched', () => {
    const path = join(temporaryFolder(), 'notes.db');
    const database = open(path);
    migrate(database, [first, second]);
    expect(codeOf(() => migrate(database, [first]))).toBe('store-newer');
    database.close();
  });

  test('every client migration runs on the version before it with rows in it', () => {
    const folder = temporaryFolder();
    for (let version = 1; version < clientMigrations.length; version += 1) {
      const path = join(folder, `from-${version}.db`);
      const database = openDatabase({ path, key: Buffer.alloc(32, 1) });
      migrate(database, clientMigrations.slice(0, version));
      database.script("INSERT INTO contacts VALUES ('c', 'A name', NULL, 0)");
      migrate(database, clientMigrations);
      expect(database.prepare('SELECT id FROM contacts').all()).toEqual([{ id: 'c' }]);
      database.close();
    }
  });
});

describe('the seal', () => {
  const seal = createSeal(Buffer.alloc(32, 7), clientId);

  test('opens only where it was closed: same client, same binding, same key', () => {
    const sealed = seal.close(Buffer.from('hunter2'), 'channel/password');
    expect(seal.open(sealed, 'channel/password').toString()).toBe('hunter2');
    expect(codeOf(() => seal.open(sealed, 'channel/token'))).toBe('store-damaged');
    const otherClient = createSeal(Buffer.alloc(32, 7), '01900000-0000-7000-8000-000000000002');
    expect(codeOf(() => otherClient.open(sealed, 'channel/password'))).toBe('store-damaged');
    const otherKey = createSeal(Buffer.alloc(32, 8), clientId);
    expect(codeOf(() => otherKey.open(sealed, 'channel/password'))).toBe('store-damaged');
  });

  test('never gives the same bytes twice, and notices any change', () => {
    const [a, b] = [seal.close(Buffer.from('x'), 'f'), seal.close(Buffer.from('x'), 'f')];
    expect(Buffer.from(a).equals(b)).toBe(false);
    for (let i = 0; i < a.length; i += 1) {
      const changed = Uint8Array.from(a);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(codeOf(() => seal.open(changed, 'f'))).toBe('store-damaged');
    }
  });
});

test('a copy made by backup opens with the same key and holds everything', () => {
  const [folder, key] = [temporaryFolder(), randomBytes(32)];
  const store = openClientStore({ clientId, folder, key });
  store.run(
    store.sql.insertInto('contacts').values({ id: 'c' as never, name: 'x', language: null, created_at: 0 }),
  );
  store.backup(join(folder, 'copy.db'));
  store.close();
  copyFileSync(join(folder, 'copy.db'), join(folder, 'client.db'));
  for (const log of ['client.db-wal', 'client.db-shm']) closeSync(openSync(join(folder, log), 'w'));
  const again = openClientStore({ clientId, folder, key });
  expect(again.all(again.sql.selectFrom('contacts').select('name'))).toEqual([{ name: 'x' }]);
  again.close();
});
