import type { ErrorCode } from '../../shared/errors.ts';

/** What the exit code tells a script. */
export const exitCodes = {
  done: 0,
  /** It ran and found what it looks for (lint errors), or failed in a way of no other kind. */
  failed: 1,
  usage: 2,
  notFound: 3,
  /** A server could not be reached or refused us; trying later may help. */
  connection: 4,
  /** The workspace, a store or its keys can't be used now. */
  unavailable: 5,
} as const;

const unavailable: ReadonlySet<ErrorCode> = new Set([
  'workspace-in-use',
  'workspace-newer',
  'workspace-damaged',
  'store-damaged',
  'store-locked',
  'store-newer',
  'disk-full',
  'disk-read-only',
  'key-missing',
  'key-wrong',
  'keychain-absent',
  'keychain-locked',
  'keychain-denied',
  'keychain-timeout',
  'passphrase-needed',
  'passphrase-wrong',
]);

const connection: ReadonlySet<ErrorCode> = new Set([
  'host-unknown',
  'host-unreachable',
  'connection-lost',
  'connection-timeout',
  'certificate-expired',
  'certificate-untrusted',
  'certificate-wrong-host',
  'tls-failed',
  'not-the-protocol',
  'protocol-violation',
  'server-busy',
  'server-refused',
  'credentials-rejected',
  'token-rejected',
  'credentials-missing',
]);

export function exitCodeOf(code: ErrorCode): number {
  if (code === 'invalid-input' || code === 'passphrase-too-short') return exitCodes.usage;
  if (code === 'not-found') return exitCodes.notFound;
  if (connection.has(code)) return exitCodes.connection;
  return unavailable.has(code) ? exitCodes.unavailable : exitCodes.failed;
}
