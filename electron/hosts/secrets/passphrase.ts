import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PassphraseSafe } from '../../core/ports.ts';
import { LiaisonError } from '../../shared/errors.ts';
import { deriveKey, newDerivation } from './key-derivation.ts';
import { closeEnvelope, openEnvelope } from './envelope.ts';
import { readVaultFile, writeVaultFile, type VaultFile } from './vault-file.ts';

const fileName = 'vault.json';
const keyBinding = 'liaison vault key';

/**
 * A file in the workspace that holds the clients' keys for a machine without a keychain. The passphrase opens the
 * vault's own random key (so that a new passphrase need not touch the secrets); that key seals each secret, bound to
 * its name.
 */
export function createPassphraseSafe(data: string): PassphraseSafe {
  const path = join(data, fileName);
  let vaultKey: Uint8Array | null = null;

  const exists = () => existsSync(path);

  function opened(): { vault: VaultFile; key: Uint8Array } {
    if (!exists()) throw new LiaisonError('passphrase-needed', { detail: { vault: 'missing' } });
    if (vaultKey === null) throw new LiaisonError('passphrase-needed', { detail: { vault: 'locked' } });
    return { vault: readVaultFile(path), key: vaultKey };
  }

  return {
    exists,
    async check() {
      opened();
    },
    async create(passphrase) {
      if (exists()) throw new LiaisonError('conflict', { detail: { what: 'vault' } });
      const derivation = newDerivation();
      const key = randomBytes(32);
      const wrapped = closeEnvelope({
        key: await deriveKey(passphrase, derivation),
        plain: key,
        binding: keyBinding,
      });
      writeVaultFile(path, { version: 1, derivation, key: wrapped, secrets: {} }, { replace: false });
      vaultKey = key;
    },
    async unlock(passphrase) {
      if (!exists()) throw new LiaisonError('passphrase-needed', { detail: { vault: 'missing' } });
      const vault = readVaultFile(path);
      const key = await deriveKey(passphrase, vault.derivation);
      const plain = openEnvelope({ key, sealed: vault.key, binding: keyBinding });
      if (plain === null) throw new LiaisonError('passphrase-wrong');
      vaultKey = plain;
    },
    async read(name) {
      const { vault, key } = opened();
      const sealed = vault.secrets[name];
      if (sealed === undefined) return null;
      const plain = openEnvelope({ key, sealed, binding: name });
      if (plain === null) throw new LiaisonError('workspace-damaged', { detail: { file: fileName } });
      return plain.toString('utf8');
    },
    async write(name, value) {
      const { vault, key } = opened();
      const sealed = closeEnvelope({ key, plain: Buffer.from(value), binding: name });
      writeVaultFile(path, { ...vault, secrets: { ...vault.secrets, [name]: sealed } }, { replace: true });
    },
    async remove(name) {
      const { vault } = opened();
      const { [name]: _removed, ...secrets } = vault.secrets;
      writeVaultFile(path, { ...vault, secrets }, { replace: true });
    },
  };
}
