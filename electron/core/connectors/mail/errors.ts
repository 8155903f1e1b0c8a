import { z } from 'zod';
import type { MailSettings } from '../../../shared/channels.ts';
import { LiaisonError, type ErrorCode, type Retry } from '../../../shared/errors.ts';

/** Which server an error comes from; the sentence names it. */
export type MailServer = 'imap' | 'smtp';

/** What Node, imapflow and nodemailer put on the errors they raise. */
interface MailFailure {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly authenticationFailed?: unknown;
  readonly tlsFailed?: unknown;
  readonly mailboxMissing?: unknown;
  readonly serverResponseCode?: unknown;
  readonly response?: unknown;
  readonly responseStatus?: unknown;
  readonly responseText?: unknown;
  readonly throttleReset?: unknown;
  readonly reason?: unknown;
}

interface Meaning {
  readonly code: ErrorCode;
  readonly retry: Retry;
}
const later = (code: ErrorCode): Meaning => ({ code, retry: 'later' });

/** A provider's daily allowance is spent: it comes back within a day (Gmail: 2,500 MB a day). */
const untilTomorrow = 24 * 60 * 60 * 1000;

const byCode: Readonly<Record<string, Meaning>> = {
  ENOTFOUND: later('host-unknown'),
  EAI_AGAIN: later('host-unknown'),
  EAI_NODATA: later('host-unknown'),
  EDNS: later('host-unknown'),
  ECONNREFUSED: later('host-unreachable'),
  EHOSTUNREACH: later('host-unreachable'),
  ENETUNREACH: later('host-unreachable'),
  EHOSTDOWN: later('host-unreachable'),
  EADDRNOTAVAIL: later('host-unreachable'),
  ECONNRESET: later('connection-lost'),
  ECONNABORTED: later('connection-lost'),
  EPIPE: later('connection-lost'),
  ECONNECTION: later('connection-lost'),
  EConnectionClosed: later('connection-lost'),
  NoConnection: later('connection-lost'),
  StateLogout: later('connection-lost'),
  ClosedAfterConnectText: later('connection-lost'),
  ClosedAfterConnectTLS: later('connection-lost'),
  ETIMEDOUT: later('connection-timeout'),
  ETIMEOUT: later('connection-timeout'),
  CONNECT_TIMEOUT: later('connection-timeout'),
  GREETING_TIMEOUT: later('connection-timeout'),
  UPGRADE_TIMEOUT: later('connection-timeout'),
  CERT_HAS_EXPIRED: later('certificate-expired'),
  CERT_NOT_YET_VALID: later('certificate-expired'),
  DEPTH_ZERO_SELF_SIGNED_CERT: later('certificate-untrusted'),
  SELF_SIGNED_CERT_IN_CHAIN: later('certificate-untrusted'),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: later('certificate-untrusted'),
  UNABLE_TO_GET_ISSUER_CERT: later('certificate-untrusted'),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: later('certificate-untrusted'),
  CERT_UNTRUSTED: later('certificate-untrusted'),
  CERT_REVOKED: later('certificate-untrusted'),
  CERT_SIGNATURE_FAILURE: later('certificate-untrusted'),
  INVALID_CA: later('certificate-untrusted'),
  INVALID_PURPOSE: later('certificate-untrusted'),
  ERR_TLS_CERT_ALTNAME_INVALID: later('certificate-wrong-host'),
  EPROTO: later('tls-failed'),
  ETLS: later('tls-failed'),
  ERR_TLS_CERT_ALTNAME_FORMAT: later('tls-failed'),
  STARTTLS_INJECTION: later('tls-failed'),
  ETHROTTLE: later('server-busy'),
  EAUTH: { code: 'credentials-rejected', retry: 'never' },
  ENOAUTH: { code: 'credentials-missing', retry: 'never' },
  InvalidResponse: later('protocol-violation'),
  ResponseProcessingFailed: later('protocol-violation'),
  UnexpectedTag: later('protocol-violation'),
  MissingTag: later('protocol-violation'),
  LineTooLarge: later('protocol-violation'),
  LiteralTooLarge: later('protocol-violation'),
  ResponseTooLarge: later('protocol-violation'),
  TooManyTokens: later('protocol-violation'),
  TooManyResponses: later('protocol-violation'),
  MAX_IMAP_NESTING_REACHED: later('protocol-violation'),
  COMPRESS_TRAILING_DATA: later('protocol-violation'),
  EPROTOCOL: later('protocol-violation'),
};

/** Response codes of RFC 9051, 7.1, and RFC 9208. */
const byResponseCode: Readonly<Record<string, Meaning>> = {
  AUTHENTICATIONFAILED: { code: 'credentials-rejected', retry: 'never' },
  AUTHORIZATIONFAILED: { code: 'credentials-rejected', retry: 'never' },
  EXPIRED: { code: 'credentials-rejected', retry: 'never' },
  PRIVACYREQUIRED: { code: 'encryption-required', retry: 'never' },
  OVERQUOTA: { code: 'quota-exceeded', retry: untilTomorrow },
  NONEXISTENT: later('mailbox-missing'),
  TRYCREATE: later('mailbox-missing'),
  NOPERM: { code: 'server-refused', retry: 'never' },
  UNAVAILABLE: later('server-busy'),
  INUSE: later('server-busy'),
  LIMIT: later('server-busy'),
  SERVERBUG: later('server-busy'),
};

/** Anything that imapflow, nodemailer or Node throws on the way to a mail server, as one of ours. */
export function asMailError(thrown: unknown, where: MailServer): LiaisonError {
  if (thrown instanceof LiaisonError) return thrown;
  if (!(thrown instanceof Error)) return new LiaisonError('internal', { cause: thrown });
  const failure: MailFailure = thrown;
  const meaning = meaningOf(failure);
  const retry = typeof failure.throttleReset === 'number' ? failure.throttleReset : meaning.retry;
  return new LiaisonError(meaning.code, { retry, detail: { server: where }, cause: thrown });
}

/** A refused token is not typed again like a password: a new one must be had from whoever gave it. */
export function ofToken(
  error: LiaisonError,
  { authentication }: Pick<MailSettings, 'authentication'>,
): LiaisonError {
  if (authentication !== 'xoauth2' || error.code !== 'credentials-rejected') return error;
  const { retry, effect, detail, cause } = error;
  return new LiaisonError('token-rejected', { retry, effect, detail, cause });
}

function meaningOf(failure: MailFailure): Meaning {
  const code = typeof failure.code === 'string' ? failure.code : '';
  const fromResponse = byResponseCode[responseCodeOf(failure)];
  if (fromResponse) return fromResponse;
  if (failure.authenticationFailed) return authenticationMeaning(failure);
  if (failure.mailboxMissing) return later('mailbox-missing');
  const known = byCode[code] ?? byCode[codeOf(failure.cause)];
  if (known && known.code !== 'connection-lost') return known;
  if (code.startsWith('ParserError')) return later('protocol-violation');
  if (failure.tlsFailed || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS'))
    return later('tls-failed');
  if (failure.responseStatus === 'BAD' || failure.responseStatus === 'NO') return later('server-refused');
  if (typeof failure.reason === 'string' || /\b(too many|try again)\b/i.test(wordsOf(failure)))
    return later('server-busy');
  return known ?? { code: 'internal', retry: 'later' };
}

/** A server that cannot check passwords now says so with UNAVAILABLE or in words; that is not a wrong password. */
function authenticationMeaning(failure: MailFailure): Meaning {
  if (/temporar|unavailable|internal error|try again/i.test(wordsOf(failure))) return later('server-busy');
  return { code: 'credentials-rejected', retry: 'never' };
}

/** `NO [OVERQUOTA] ...` as imapflow's parser leaves it on an error that it has not put into words. */
const TaggedResponse = z.object({
  attributes: z.tuple(
    [z.object({ section: z.tuple([z.object({ value: z.string() })], z.unknown()) })],
    z.unknown(),
  ),
});

function responseCodeOf(failure: MailFailure): string {
  if (typeof failure.serverResponseCode === 'string') return failure.serverResponseCode.toUpperCase();
  const response = TaggedResponse.safeParse(failure.response);
  return response.success ? response.data.attributes[0].section[0].value.toUpperCase() : '';
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';

const wordsOf = (failure: MailFailure): string =>
  [failure.message, failure.responseText, failure.reason]
    .filter((word) => typeof word === 'string')
    .join(' ');
