import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { LiaisonError } from '../../shared/errors.ts';
import { Derivation } from './key-derivation.ts';

const VaultFile = z.object({
  version: z.literal(1),
  derivation: Derivation,
  /** The vault's own key, sealed under the passphrase. */
  key: z.base64(),
  /** Each secret by its name, sealed under the vault's key. */
  secrets: z.record(z.string(), z.base64()),
});
export type VaultFile = z.infer<typeof VaultFile>;

/** @throws LiaisonError `workspace-damaged`; the file is left as it is */
export function readVaultFile(path: string): VaultFile {
  try {
    return VaultFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new LiaisonError('workspace-damaged', { detail: { file: 'vault.json' }, cause });
  }
}

/**
 * Whole or not at all, and durable when it returns. With `replace: false` a vault that appeared meanwhile wins.
 *
 * @throws LiaisonError `conflict`
 */
export function writeVaultFile(path: string, vault: VaultFile, { replace }: { replace: boolean }): void {
  const part = `${path}.${process.pid}.part`;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeDurably(part, `${JSON.stringify(vault, null, 2)}\n`);
  if (replace) {
    renameSync(part, path);
  } else {
    placeNew(part, path);
  }
  syncFolder(dirname(path));
}

/** A hard link fails where the name is taken: unlike a rename it can't replace what is there. */
function placeNew(part: string, path: string): void {
  try {
    linkSync(part, path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new LiaisonError('conflict', { detail: { what: 'vault' }, cause });
    }
    throw cause;
  } finally {
    rmSync(part, { force: true });
  }
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Windows has no such call on folders and doesn't need it. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
