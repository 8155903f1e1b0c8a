import { writeFile } from 'node:fs/promises';
import { LiaisonError } from '../../shared/errors.ts';

/** Writes a document where `--out` says. @throws LiaisonError `file-unwritable` */
export async function writeDocument(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes, { mode: 0o600 });
  } catch (cause) {
    throw new LiaisonError('file-unwritable', { detail: { path }, cause });
  }
}
