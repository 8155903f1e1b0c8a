import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asLiaisonError, LiaisonError, type ErrorShape } from '../../../shared/errors.ts';
import type { ClientId } from '../../../shared/ids.ts';
import type { VaultBackend, VaultState } from '../../../shared/vault.ts';
import type { Changes } from '../../changes.ts';
import type { SecretSafe, SecretSafes } from '../../ports.ts';
import { isKeyFor, keyCheckOf } from '../../store/seal.ts';
import type { WorkspaceStore } from '../../store/workspace/workspace-store.ts';
import { readBackend, recordBackend, type KeyBackend } from './queries.ts';

const keyLength = 32;
const demoKeyFile = 'demo.key';

export interface ClientKey {
  readonly key: Uint8Array;
  readonly backend: KeyBackend;
  readonly check: string;
}

/** What identifies a kept key: which client, which backend made it, and the value that recognises it. */
export interface KeptKey {
  readonly clientId: ClientId;
  readonly backend: KeyBackend;
  readonly check: string;
}

/** Keeps one 32-byte key per client: in the recorded backend, or beside the demo's store, which holds nothing secret. */
export interface Vault {
  state(): Promise<VaultState>;
  /** Chooses a passphrase for a workspace that has no vault yet. */
  choosePassphrase(passphrase: string): Promise<void>;
  /** @throws LiaisonError `passphrase-wrong` */
  unlock(passphrase: string): Promise<void>;
  makeKey(clientId: ClientId): Promise<ClientKey>;
  makeDemoKey(clientFolder: string): ClientKey;
  /** @throws LiaisonError `key-missing`, `key-wrong`, `keychain-*`, `passphrase-*`; never makes a new key. */
  readKey(kept: KeptKey, clientFolder: string): Promise<Uint8Array>;
  removeKey(kept: KeptKey): Promise<void>;
}

export function createVault(options: {
  safes: SecretSafes;
  workspace: WorkspaceStore;
  changes: Changes;
}): Vault {
  const { safes, workspace, changes } = options;
  const safeOf = (backend: VaultBackend): SecretSafe => safes[backend];
  const nameOf = (clientId: ClientId) => `client/${clientId}`;

  /** The recorded backend, or the one a new vault would use: a passphrase where one was chosen, else the keychain. */
  function backendForNewKey(): VaultBackend {
    return readBackend(workspace) ?? (safes.passphrase.exists() ? 'passphrase' : 'keychain');
  }

  return {
    async state() {
      const backend = readBackend(workspace) ?? (safes.passphrase.exists() ? 'passphrase' : null);
      if (backend === null) return { kind: 'unused', keychain: await whyNot(safes.keychain) };
      const error = await whyNot(safeOf(backend));
      return error ? { kind: 'blocked', backend, error } : { kind: 'ready', backend };
    },
    async choosePassphrase(passphrase) {
      if (readBackend(workspace) !== null) throw new LiaisonError('conflict', { detail: { what: 'vault' } });
      await safes.passphrase.create(passphrase);
      recordBackend(workspace, 'passphrase');
      changes.announce('workspace');
    },
    async unlock(passphrase) {
      await safes.passphrase.unlock(passphrase);
      changes.announce('workspace');
    },
    async makeKey(clientId) {
      const backend = backendForNewKey();
      await safeOf(backend).check();
      const key = randomBytes(keyLength);
      await safeOf(backend).write(nameOf(clientId), key.toString('base64'));
      recordBackend(workspace, backend);
      return { key, backend, check: keyCheckOf(key) };
    },
    makeDemoKey(clientFolder) {
      const key = randomBytes(keyLength);
      const path = join(clientFolder, demoKeyFile);
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(path, key, { mode: 0o600 });
      return { key, backend: 'beside', check: keyCheckOf(key) };
    },
    async readKey({ clientId, backend, check }, clientFolder) {
      const key =
        backend === 'beside'
          ? readDemoKey(clientFolder)
          : decode(await safeOf(backend).read(nameOf(clientId)));
      if (!key) throw new LiaisonError('key-missing', { detail: { backend } });
      if (!isKeyFor(key, check)) throw new LiaisonError('key-wrong', { detail: { backend } });
      return key;
    },
    async removeKey({ clientId, backend }) {
      if (backend !== 'beside') await safeOf(backend).remove(nameOf(clientId));
    },
  };
}

function readDemoKey(clientFolder: string): Uint8Array | null {
  const path = join(clientFolder, demoKeyFile);
  return existsSync(path) ? readFileSync(path) : null;
}

const decode = (value: string | null) => (value === null ? null : Buffer.from(value, 'base64'));

async function whyNot(safe: SecretSafe): Promise<ErrorShape | null> {
  try {
    await safe.check();
    return null;
  } catch (error) {
    return asLiaisonError(error).shape;
  }
}
