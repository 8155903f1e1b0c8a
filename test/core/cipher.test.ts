import BetterSqlite3 from 'better-sqlite3';
import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cipherForNew, cipherOf, unlock, type Cipher } from '../../electron/core/store/cipher.ts';
import { openClientStore } from '../../electron/core/store/client/client-store.ts';
import { LiaisonError } from '../../electron/shared/errors.ts';
import type { ClientId } from '../../electron/shared/ids.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const clientId = '01900000-0000-7000-8000-000000000001' as ClientId;
const pageBytes = 4096;
/** At the end of each page: nonce and tag. */
const reservedBytes: Readonly<Record<Cipher, number>> = { aegis: 64, chacha20: 32 };
const words = 'Zanzibarquartz '.repeat(40);

/** A store whose file was made with that cipher, as on another machine, with rows in it. */
function storeMadeWith(cipher: Cipher) {
  const [folder, key] = [temporaryFolder(), randomBytes(32)];
  const path = join(folder, 'client.db');
  const made = new BetterSqlite3(path);
  unlock(made, { cipher, key });
  made.exec('PRAGMA user_version = 0; CREATE TABLE made (id INTEGER) STRICT; DROP TABLE made');
  made.close();
  const store = openClientStore({ clientId, folder, key });
  store.transaction(() => {
    const insert = store.prepare("INSERT INTO contacts VALUES (?, ?, 'en', 0)");
    for (let n = 0; n < 200; n += 1) insert.run(`c${n}`, `${words}${n}`);
  });
  store.checkpoint();
  store.close();
  return { folder, key, path, bytes: readFileSync(path) };
}
type Made = ReturnType<typeof storeMadeWith>;

/** What opening it says when the file holds these bytes: an error's code, or the rows that it gives. */
function openWith({ folder, key, path }: Made, bytes: Uint8Array): string {
  writeFileSync(path, bytes);
  try {
    const store = openClientStore({ clientId, folder, key });
    const rows = store.prepare('SELECT name FROM contacts ORDER BY rowid').all() as { name: string }[];
    store.close();
    return rows.length === 200 && rows.every(({ name }, n) => name === `${words}${n}`) ? 'sound' : 'wrong';
  } catch (error) {
    if (error instanceof LiaisonError) return error.code;
    throw error;
  }
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

describe.each(['aegis', 'chacha20'] as const)('a store made with %s', (cipher) => {
  it('opens again, says by its head which it is, and keeps it when it is backed up', () => {
    const made = storeMadeWith(cipher);
    expect(cipherOf(made.path)).toBe(cipher);
    expect(openWith(made, made.bytes)).toBe('sound');
    const store = openClientStore({ clientId, folder: made.folder, key: made.key });
    store.backup(join(made.folder, 'copy.db'));
    store.close();
    const copy = readFileSync(join(made.folder, 'copy.db'));
    expect(cipherOf(join(made.folder, 'copy.db'))).toBe(cipher);
    expect(copy.includes('Zanzibarquartz')).toBe(false);
    expect(openWith(made, copy)).toBe('sound');
  });

  it('notices every one of 200 bits flipped anywhere, and of 100 in what stands at the end of pages', () => {
    const made = storeMadeWith(cipher);
    const pages = made.bytes.byteLength / pageBytes;
    const anywhere = Array.from({ length: 200 }, () => randomInt(16 * 8, made.bytes.byteLength * 8));
    const reserved = reservedBytes[cipher] * 8;
    const atEnds = Array.from(
      { length: 100 },
      () => randomInt(1, pages + 1) * pageBytes * 8 - 1 - randomInt(reserved),
    );
    const missed = [...anywhere, ...atEnds].filter(
      (bit) => openWith(made, flipped(made.bytes, bit)) !== 'store-damaged',
    );
    expect(missed).toEqual([]);
  });

  it('notices every bit flipped in its head; only the salt, which a whole key does not use, may be anything', () => {
    const made = storeMadeWith(cipher);
    const outcomeOf = (bit: number) => openWith(made, flipped(made.bytes, bit));
    const bits = Array.from({ length: 24 * 8 }, (_, bit) => bit);
    expect(new Set(bits.slice(16 * 8).map(outcomeOf))).toEqual(new Set(['store-damaged']));
    const ofSalt = cipher === 'aegis' ? 'sound' : 'store-damaged';
    expect(new Set(bits.slice(0, 16 * 8).map(outcomeOf))).toEqual(new Set([ofSalt]));
  });

  it('notices a page that stands in the place of another', () => {
    const made = storeMadeWith(cipher);
    const moved = Buffer.from(made.bytes);
    made.bytes.copy(moved, 2 * pageBytes, 3 * pageBytes, 4 * pageBytes);
    expect(openWith(made, moved)).toBe('store-damaged');
  });

  it('never writes the same bytes twice', () => {
    const [one, two] = [storeMadeWith(cipher), storeMadeWith(cipher)];
    const before = readFileSync(one.path);
    const store = openClientStore({ clientId, folder: one.folder, key: one.key });
    store.script('VACUUM');
    store.checkpoint();
    store.close();
    const after = readFileSync(one.path);
    const same = Array.from({ length: before.byteLength / pageBytes }, (_, page) => page * pageBytes).filter(
      (at) => before.subarray(at, at + pageBytes).equals(after.subarray(at, at + pageBytes)),
    );
    expect(same).toEqual([]);
    expect(openWith(one, two.bytes)).toBe('store-damaged');
  });
});

describe('a new store', () => {
  it('takes the cipher that this machine is faster with, and leaves nothing of the trial', () => {
    const folder = temporaryFolder();
    openClientStore({ clientId, folder, key: randomBytes(32) }).close();
    expect(cipherOf(join(folder, 'client.db'))).toBe(cipherForNew(join(folder, 'other.db')));
    expect(readdirSync(folder).filter((name) => name.includes('trial'))).toEqual([]);
  });

  it('has no cipher yet where there is no file or an empty one', () => {
    const path = join(temporaryFolder(), 'client.db');
    expect(cipherOf(path)).toBeNull();
    writeFileSync(path, '');
    expect(cipherOf(path)).toBeNull();
  });
});
