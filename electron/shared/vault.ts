import { z } from 'zod';
import type { ErrorShape } from './errors.ts';

/** Where the clients' keys are kept. Chosen when the first real client is added, then recorded and kept. */
export type VaultBackend = 'keychain' | 'passphrase';

export type VaultState =
  /** Nothing secret is kept yet; `keychain` says whether the keychain could be used. */
  | { readonly kind: 'unused'; readonly keychain: ErrorShape | null }
  | { readonly kind: 'ready'; readonly backend: VaultBackend }
  /** The recorded backend can't serve now; the clients behind it wait, nothing is lost. */
  | { readonly kind: 'blocked'; readonly backend: VaultBackend; readonly error: ErrorShape };

/** Characters that a passphrase has at least. */
export const shortestPassphrase = 12;
export const Passphrase = z.string().min(shortestPassphrase).max(1024);
