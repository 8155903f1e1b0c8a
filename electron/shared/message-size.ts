/** Base64 in lines of 76 characters and their ends (RFC 2045, 6.8). */
const base64Growth = (4 / 3) * (78 / 76);
/** Headers, and the boundary and headers of a part. Generous: a server that says no costs more than a guess. */
const headersBytes = 4_096;
const partBytes = 512;

interface Sized {
  /** Characters. */
  readonly textLength: number;
  /** Bytes of each file. */
  readonly files: readonly { readonly size: number }[];
}

/** About how many bytes a message will have on its way. Text may need three characters for one. */
export function estimatedSize({ textLength, files }: Sized): number {
  const ofFiles = files.reduce((sum, { size }) => sum + Math.ceil(size * base64Growth) + partBytes, 0);
  return headersBytes + textLength * 3 + ofFiles;
}
