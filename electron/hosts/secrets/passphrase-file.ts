import { readFileSync } from 'node:fs';
import type { PassphraseSafe } from '../../core/ports.ts';
import { LiaisonError } from '../../shared/errors.ts';
import { Passphrase, shortestPassphrase } from '../../shared/vault.ts';

/**
 * Reads the first line of a passphrase file, for servers and scripts (`--passphrase-file`).
 *
 * @throws LiaisonError `file-unreadable`, `passphrase-too-short`, or `invalid-input` when it is too long
 */
export function readPassphraseFile(path: string): string {
  const line = textOf(path).split(/\r?\n/, 1)[0] ?? '';
  if (line.length < shortestPassphrase) {
    throw new LiaisonError('passphrase-too-short', { detail: { path, shortest: shortestPassphrase } });
  }
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
