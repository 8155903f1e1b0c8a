/** Looked for in the head alone, which our own renderer wrote. */
const longestHead = 64 * 1024;

/** The Message-ID, without angle brackets, that a rendered message of ours answers. */
export function answeredBy(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, longestHead));
  return /^In-Reply-To:\s*<([^<>\s]+)>/im.exec(head.toString('latin1'))?.[1];
}
