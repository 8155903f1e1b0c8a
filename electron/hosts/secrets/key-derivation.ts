import { randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

/** How a passphrase became a key; recorded with the vault, so that the cost can grow later. Bytes are base64. */
export const Derivation = z.object({
  name: z.literal('scrypt'),
  cost: z
    .int()
    .min(2 ** 14)
    .max(2 ** 22),
  blockSize: z.int().min(8).max(32),
  parallelization: z.int().min(1).max(16),
  salt: z.base64().min(24),
});
export type Derivation = z.infer<typeof Derivation>;

/**
 * scrypt (RFC 7914) at OWASP's figure, N = 2^17, r = 8, p = 1: 128 MiB and about 0.4 s. Not Argon2id, although Node has
 * it: Electron is built on BoringSSL, which hasn't, and one vault must open in the desktop and on the command line alike.
 */
export const newDerivation = (): Derivation => ({
  name: 'scrypt',
  cost: 2 ** 17,
  blockSize: 8,
  parallelization: 1,
  salt: randomBytes(32).toString('base64'),
});

/** 32 bytes. The passphrase is compared as it is read: composed (NFC), so that a keyboard's habits don't lock anybody out. */
export function deriveKey(passphrase: string, derivation: Derivation): Promise<Buffer> {
  const { cost, blockSize, parallelization } = derivation;
  const options = { cost, blockSize, parallelization, maxmem: 256 * cost * blockSize };
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  scrypt(passphrase.normalize('NFC'), Buffer.from(derivation.salt, 'base64'), 32, options, (error, key) =>
    error ? reject(error) : resolve(key),
  );
  return promise;
}
