import type { PassphraseSafe, SecretSafe, SecretSafes } from '../../electron/core/ports.ts';
import { LiaisonError, type ErrorCode } from '../../electron/shared/errors.ts';

export interface MemorySafe extends SecretSafe {
  /** From now on every call fails like this; null heals it. */
  failWith(code: ErrorCode | null): void;
  readonly secrets: Map<string, string>;
}

/** A host's safe as plain memory, which can be made to fail. */
export function createMemorySafe(): MemorySafe {
  const secrets = new Map<string, string>();
  let failure: ErrorCode | null = null;
  const check = () => (failure ? Promise.reject(new LiaisonError(failure)) : Promise.resolve());
  return {
    secrets,
    failWith: (code) => (failure = code),
    check,
    read: async (name) => (await check(), secrets.get(name) ?? null),
    write: async (name, value) => (await check(), void secrets.set(name, value)),
    remove: async (name) => (await check(), void secrets.delete(name)),
  };
}

export interface MemorySafes extends SecretSafes {
  readonly keychain: MemorySafe;
}

export function createMemorySafes(): MemorySafes {
  return { keychain: createMemorySafe(), passphrase: createMemoryPassphraseSafe() };
}

function createMemoryPassphraseSafe(): PassphraseSafe {
  const safe = createMemorySafe();
  let chosen: string | null = null;
  let unlocked = false;
  const check = async () => {
    if (!unlocked) throw new LiaisonError('passphrase-needed');
  };
  return {
    ...safe,
    check,
    exists: () => chosen !== null,
    async create(passphrase) {
      chosen = passphrase;
      unlocked = true;
    },
    async unlock(passphrase) {
      if (passphrase !== chosen) throw new LiaisonError('passphrase-wrong');
      unlocked = true;
    },
  };
}
