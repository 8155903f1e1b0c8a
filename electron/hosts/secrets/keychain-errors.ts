import { LiaisonError, type ErrorCode } from '../../shared/errors.ts';

/** What libsecret, the macOS keychain and the Windows credential manager say, as keytar passes it on. */
const signs: readonly (readonly [RegExp, ErrorCode])[] = [
  [/locked collection|is locked|interaction is not allowed/i, 'keychain-locked'],
  [/cancel|denied|dismissed|not authorized|user name or passphrase you entered/i, 'keychain-denied'],
  [/timeout|timed out|did not receive a reply|no ?reply/i, 'keychain-timeout'],
  [/./s, 'keychain-absent'],
];

/** Whatever the keychain threw, as a state a person can act on. */
export function keychainError(thrown: unknown): LiaisonError {
  if (thrown instanceof LiaisonError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const code = signs.find(([sign]) => sign.test(message))?.[1] ?? 'keychain-absent';
  return new LiaisonError(code, { retry: 'later', cause: thrown });
}
