import { ImapFlow } from 'imapflow';
import type { ConnectionOptions } from 'node:tls';
import type { MailSettings, ServerAddress } from '../../../shared/channels.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { Account } from '../contract.ts';
import { asMailError, ofToken } from './errors.ts';
import { imapTransport } from './imap-transport.ts';
import { mailLimits } from './limits.ts';

/** The mail settings of an account. @throws LiaisonError `internal` for an account of another kind */
export function mailSettingsOf(account: Account): MailSettings {
  if (account.settings.kind !== 'mail') throw new LiaisonError('internal', { detail: { what: 'account' } });
  return account.settings.mail;
}

/** The password or token. @throws LiaisonError `credentials-missing` */
export function secretOf(account: Account): string {
  if (account.secret === null) throw new LiaisonError('credentials-missing');
  return account.secret;
}

/** Plain text is for a server on this machine only. @throws LiaisonError `encryption-required` */
export function mustBeEncryptedUnlessLocal(server: ServerAddress): void {
  if (server.tls !== 'none' || isLoopback(server.host)) return;
  throw new LiaisonError('encryption-required', { detail: { host: server.host } });
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);

/** TLS as this channel wants it: 1.2 at least, and the extra authority it may have named. */
export const tlsOptionsOf = (settings: MailSettings): ConnectionOptions => ({
  minVersion: 'TLSv1.2',
  ...(settings.trustedCertificate === null ? {} : { ca: [settings.trustedCertificate] }),
});

/**
 * Connects and logs in, under one deadline for all of it. The caller closes the connection; when `signal` aborts it
 * closes by itself.
 *
 * @throws LiaisonError `cancelled`, or what went wrong
 */
export async function openImap(account: Account, signal: AbortSignal): Promise<ImapFlow> {
  const settings = mailSettingsOf(account);
  const secret = secretOf(account);
  mustBeEncryptedUnlessLocal(settings.imap);
  if (signal.aborted) throw new LiaisonError('cancelled');
  const client = createClient(settings, secret);
  const close = () => client.close();
  signal.addEventListener('abort', close, { once: true });
  client.once('close', () => signal.removeEventListener('abort', close));
  const lastError = rememberErrors(client);
  let late = false;
  const deadline = setTimeout(() => {
    late = true;
    client.close();
  }, mailLimits.connect);
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    if (signal.aborted) throw new LiaisonError('cancelled', { cause: error });
    if (late) throw timeout(error);
    throw ofToken(asMailError(lastError() ?? error, 'imap'), settings);
  } finally {
    clearTimeout(deadline);
  }
}

const timeout = (cause: unknown) =>
  new LiaisonError('connection-timeout', { retry: 'later', detail: { server: 'imap' }, cause });

function createClient(settings: MailSettings, secret: string): ImapFlow {
  const { host, port, tls } = settings.imap;
  const auth = settings.authentication === 'xoauth2' ? { accessToken: secret } : { pass: secret };
  return new ImapFlow({
    host,
    port,
    secure: tls === 'tls',
    doSTARTTLS: tls === 'starttls',
    auth: { user: settings.user, ...auth },
    tls: tlsOptionsOf(settings),
    transport: imapTransport,
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    qresync: true,
    connectionTimeout: mailLimits.connect,
    greetingTimeout: mailLimits.connect,
    socketTimeout: mailLimits.silence,
    maxLineLength: mailLimits.line,
    maxLiteralSize: mailLimits.message,
    maxResponseSize: mailLimits.response,
    clientInfo: { name: 'Liaison' },
  });
}

/** imapflow tells the reason as an event and then rejects with the bare fact that the line is gone. */
export function rememberErrors(client: ImapFlow): () => Error | null {
  let last: Error | null = null;
  client.on('error', (error: Error) => {
    last ??= error;
  });
  return () => last;
}
