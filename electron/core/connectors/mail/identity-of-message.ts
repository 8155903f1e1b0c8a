import { createHash } from 'node:crypto';

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** The key under which a message is stored once per channel: its Message-ID, or its very bytes where it has none. */
export const dedupKeyOf = (internetMessageId: string | null, sourceSha256: string): string =>
  internetMessageId === null ? `sha256:${sourceSha256}` : `mid:${internetMessageId}`;
