import BetterSqlite3 from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { LiaisonError } from '../../shared/errors.ts';

/**
 * How the pages of a file are sealed: AEGIS-256, or ChaCha20-Poly1305. Both authenticate every page with a tag, under a
 * key made for that page from the file's key, the page's number and a nonce drawn anew at every write (cipher_aegis.c
 * and cipher_chacha20.c of SQLite3 Multiple Ciphers).
 */
export type Cipher = 'aegis' | 'chacha20';

/**
 * What stands readable at 16 to 23 of an encrypted file: page size, two versions of the format (1, or 2 with a
 * write-ahead log), bytes kept free at the end of each page, and three constants. The bytes kept free hold nonce and tag,
 * and so tell the cipher. AEGIS does not authenticate these eight, so they are compared.
 */
const plainHeaders: Readonly<Record<Cipher, RegExp>> = {
  aegis: /^1000(0101|0202)40402020$/,
  chacha20: /^1000(0101|0202)20402020$/,
};
const plainFrom = 16;
const plainTo = 24;

/** The cipher that a file was written with; null of one that is not there or empty. @throws LiaisonError `store-damaged` */
export function cipherOf(path: string): Cipher | null {
  const head = headOf(path);
  if (head.byteLength === 0) return null;
  const plain = head.toString('hex', plainFrom, plainTo);
  if (plainHeaders.aegis.test(plain)) return 'aegis';
  if (plainHeaders.chacha20.test(plain)) return 'chacha20';
  throw new LiaisonError('store-damaged', { detail: { path } });
}

/** A file that can't be opened is SQLite's to complain of. */
function headOf(path: string): Buffer {
  const head = Buffer.alloc(plainTo);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return head.subarray(0, 0);
  }
  try {
    return head.subarray(0, readSync(file, head));
  } finally {
    closeSync(file);
  }
}

/** Gives a connection its cipher and key; must come before anything is read. */
export function unlock(connection: BetterSqlite3.Database, how: { cipher: Cipher; key: Uint8Array }): void {
  connection.pragma(`cipher='${how.cipher}'`);
  if (how.cipher === 'aegis') connection.pragma("aegis_algorithm='aegis-256'");
  connection.pragma(`key="x'${Buffer.from(how.key).toString('hex')}'"`);
}

let chosen: Cipher | undefined;

/**
 * The cipher for a new file: AEGIS where the processor computes AES, 3 times as fast to write and 5 to read as ChaCha20;
 * ChaCha20 where it does not, because AEGIS by software alone is 15 times slower than that. Nobody tells which it is, so
 * both are tried once on a file beside the new one.
 */
export function cipherForNew(path: string): Cipher {
  chosen ??= costOf('aegis', path) <= costOf('chacha20', path) ? 'aegis' : 'chacha20';
  return chosen;
}

const triedBytes = 256 * 1024;
const tries = 3;

/** Microseconds of this thread to write some pages: the least of a few tries. */
function costOf(cipher: Cipher, path: string): number {
  const trial = `${path}.trial`;
  const costs = Array.from({ length: tries }, () => {
    rmSync(trial, { force: true });
    const connection = new BetterSqlite3(trial);
    try {
      unlock(connection, { cipher, key: randomBytes(32) });
      connection.pragma('journal_mode=OFF');
      connection.pragma('synchronous=OFF');
      connection.exec('CREATE TABLE trial (bytes BLOB)');
      const before = process.threadCpuUsage();
      connection.prepare('INSERT INTO trial VALUES (zeroblob(?))').run(triedBytes);
      const { user, system } = process.threadCpuUsage(before);
      return user + system;
    } finally {
      connection.close();
      rmSync(trial, { force: true });
    }
  });
  return Math.min(...costs);
}
