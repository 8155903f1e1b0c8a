import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** AES-256-GCM (NIST SP 800-38D) as base64 of nonce, ciphertext and tag. It opens only under the same `binding`. */
export function closeEnvelope(secret: { key: Uint8Array; plain: Uint8Array; binding: string }): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, secret.key, nonce).setAAD(Buffer.from(secret.binding));
  const parts = [nonce, cipher.update(secret.plain), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(parts).toString('base64');
}

/** Null when the key, the binding or the bytes are not what was sealed. */
export function openEnvelope(secret: { key: Uint8Array; sealed: string; binding: string }): Buffer | null {
  const bytes = Buffer.from(secret.sealed, 'base64');
  if (bytes.length < nonceLength + tagLength) return null;
  try {
    const decipher = createDecipheriv(algorithm, secret.key, bytes.subarray(0, nonceLength), {
      authTagLength: tagLength,
    }).setAAD(Buffer.from(secret.binding));
    decipher.setAuthTag(bytes.subarray(bytes.length - tagLength));
    const body = bytes.subarray(nonceLength, bytes.length - tagLength);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    return null;
  }
}
