import { readFileSync } from 'node:fs';
import type { PassphraseSafe } from '../../core/ports.ts';
import { LiaisonError } from '../../shared/errors.ts';
import { Passphrase } from '../../shared/vault.ts';

/**
 * Reads the first line of a passphrase file, for servers and scripts (`--passphrase-file`).
 *
 * @throws LiaisonError `file-unreadable`, or `invalid-input` when it is too short or too long
 */
export function readPassphraseFile(path: string): string {
  const line = textOf(path).split(/\r?\n/, 1)[0];
  const passphrase = Passphrase.safeParse(line);
  if (!passphrase.success) throw new LiaisonError('invalid-input', { detail: { path: 'passphrase-file' } });
  return passphrase.data;
}

/** Opens the vault with the file's passphrase, or makes the vault where there is none yet. */
export async function openWithPassphraseFile(safe: PassphraseSafe, path: string): Promise<void> {
  const passphrase = readPassphraseFile(path);
  await (safe.exists() ? safe.unlock(passphrase) : safe.create(passphrase));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new LiaisonError('file-unreadable', { detail: { path }, cause });
  }
}
