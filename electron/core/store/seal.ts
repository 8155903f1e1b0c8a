import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomFillSync,
  timingSafeEqual,
} from 'node:crypto';
import { LiaisonError } from '../../shared/errors.ts';

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;
/** 128 bits in hex. */
const markLength = 32;
/** Read at a time of what is only looked at: few calls for a large mail, one for most. */
const partLength = 256 * 1024;

/** Something sealed that stands elsewhere. */
export interface SealedParts {
  readonly length: number;
  /** Good until the next call; shorter where it ends before. */
  read(at: number, length: number): Uint8Array;
}

/** Authenticated encryption of small things and files under one client's key. */
export interface Seal {
  /** Bytes by which something sealed is longer. */
  readonly overhead: number;
  /** `binding` names where the secret belongs (channel and field); it opens nowhere else. */
  close(plain: Uint8Array, binding: string): Uint8Array;
  /** The same, in the parts that stand one behind the other; good until the next thing is sealed. */
  closeInParts(plain: Uint8Array, binding: string): readonly Uint8Array[];
  /** @throws LiaisonError `store-damaged` when the bytes or the binding are not what was sealed. */
  open(sealed: Uint8Array, binding: string): Buffer;
  /** Whether it would open: takes what is sealed in parts, so that a large thing is never in memory whole. */
  isWhole(sealed: SealedParts, binding: string): boolean;
  /** A mark that only this client's key can make: tells our own Message-IDs from forged ones. 32 hex digits. */
  mark(text: string): string;
}

/** AES-256-GCM (NIST SP 800-38D): nonce, ciphertext, tag; the client and the binding are authenticated with it. */
export function createSeal(key: Uint8Array, clientId: string): Seal {
  // A key in bytes is looked at anew for every piece, which costs more than sealing it.
  const sealKey = createSecretKey(Buffer.from(hkdfSync('sha256', key, '', 'liaison seal', 32)));
  const markKey = Buffer.from(hkdfSync('sha256', key, '', 'liaison mark', 32));
  const boundTo = (binding: string) => Buffer.from(JSON.stringify([clientId, binding]));
  function closeInParts(plain: Uint8Array, binding: string): readonly Uint8Array[] {
    const nonce = newNonce();
    const cipher = createCipheriv(algorithm, sealKey, nonce).setAAD(boundTo(binding));
    return [nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()];
  }
  return {
    overhead: nonceLength + tagLength,
    close: (plain, binding) => Buffer.concat(closeInParts(plain, binding)),
    closeInParts,
    open(sealed, binding) {
      try {
        const nonce = sealed.subarray(0, nonceLength);
        const decipher = createDecipheriv(algorithm, sealKey, nonce).setAAD(boundTo(binding));
        decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
        const body = sealed.subarray(nonceLength, sealed.length - tagLength);
        return Buffer.concat([decipher.update(body), decipher.final()]);
      } catch (cause) {
        throw new LiaisonError('store-damaged', { detail: { what: 'sealed' }, cause });
      }
    },
    isWhole({ length, read }, binding) {
      try {
        const decipher = createDecipheriv(algorithm, sealKey, read(0, nonceLength)).setAAD(boundTo(binding));
        const end = length - tagLength;
        for (let at = nonceLength; at < end; at += partLength)
          decipher.update(read(at, Math.min(partLength, end - at)));
        decipher.setAuthTag(read(end, tagLength)).final();
        return true;
      } catch {
        return false;
      }
    },
    mark: (text) => createHmac('sha256', markKey).update(boundTo(text)).digest('hex').slice(0, markLength),
  };
}

const pool = Buffer.alloc(256 * nonceLength);
let taken = pool.length;

/** Random bytes, good until the next call: the system gives many at a time as cheaply as one. */
function newNonce(): Buffer {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  taken += nonceLength;
  return pool.subarray(taken - nonceLength, taken);
}

/** A value that tells the right key from a wrong one and says nothing else about it. Hex. */
export function keyCheckOf(key: Uint8Array): string {
  return createHmac('sha256', key).update('liaison key check').digest('hex');
}

export function isKeyFor(key: Uint8Array, check: string): boolean {
  const expected = Buffer.from(check, 'hex');
  const actual = Buffer.from(keyCheckOf(key), 'hex');
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
