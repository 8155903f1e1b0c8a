import SMTPConnection, { type SMTPConnectionAuth } from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { MailSettings } from '../../../shared/channels.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { Account } from '../contract.ts';
import { mailSettingsOf, mustBeEncryptedUnlessLocal, secretOf, tlsOptionsOf } from './imap-connection.ts';
import { asMailError, ofToken } from './errors.ts';
import { asSmtpError } from './smtp-errors.ts';
import type { SmtpLimits } from './smtp-limits.ts';

interface OpenOptions {
  readonly account: Account;
  readonly limits: SmtpLimits;
  readonly onStep?: (step: 'connected') => void;
  /** False: it hears what the server says of itself, and submits nothing. */
  readonly logsIn?: boolean;
}

/** A connection that may submit mail. The caller closes it. */
interface Smtp {
  readonly connection: SMTPConnection;
  /** RFC 6531: whether addresses beyond ASCII may be used. */
  readonly speaksUtf8: boolean;
  /** RFC 1870: bytes of a whole message; null where the server names no limit. */
  readonly maximumSize: number | null;
}

/** Says nothing of this machine's name. */
const ourName = '[127.0.0.1]';

/**
 * Connects, encrypts as the channel demands and logs in, under one deadline.
 *
 * @throws LiaisonError `cancelled`, `encryption-required`, or what went wrong; the effect is always none
 */
export async function openSmtp(
  { account, limits, onStep, logsIn = true }: OpenOptions,
  signal: AbortSignal,
): Promise<Smtp> {
  const settings = mailSettingsOf(account);
  mustBeEncryptedUnlessLocal(settings.smtp);
  if (signal.aborted) throw new LiaisonError('cancelled');
  const connection = createConnection(settings, limits);
  const ended = endedBy(connection, { signal, limits });
  try {
    await Promise.race([ended.early, connect(connection)]);
    onStep?.('connected');
    const greeting = String(connection.lastServerResponse);
    const speaksUtf8 = /^250[ -]SMTPUTF8\b/im.test(greeting);
    const maximumSize = announcedSize(greeting);
    if (logsIn && connection.allowsAuth)
      await Promise.race([ended.early, logIn(connection, authenticationOf(account, settings))]);
    return { connection, speaksUtf8, maximumSize };
  } catch (error) {
    connection.close();
    throw ofToken(asMailError(error, 'smtp'), settings);
  } finally {
    ended.stop();
  }
}

/** RFC 1870, 3: zero, or no figure, is no limit that one could hold to. */
function announcedSize(greeting: string): number | null {
  const size = Number(/^250[ -]SIZE[ =](\d{1,15})\s*$/im.exec(greeting)?.[1] ?? 0);
  return size > 0 ? size : null;
}

function createConnection(settings: MailSettings, limits: SmtpLimits): SMTPConnection {
  const { host, port, tls } = settings.smtp;
  const connection = new SMTPConnection({
    host,
    port,
    secure: tls === 'tls',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    name: ourName,
    tls: tlsOptionsOf(settings),
    connectionTimeout: limits.connect,
    greetingTimeout: limits.connect,
    // Our own watch is the strict one: this only ends what nobody watches any more.
    socketTimeout: Math.max(limits.afterDot, limits.silence) + limits.connect,
    socketCloseTimeout: 0,
    logger: false,
    allowInternalNetworkInterfaces: true,
  });
  return connection;
}

const connect = (connection: SMTPConnection) =>
  new Promise<void>((resolve, reject) => {
    connection.once('error', (error: Error) => reject(asSmtpError(error)));
    connection.connect((error) => (error ? reject(asSmtpError(error)) : resolve()));
  });

const logIn = (connection: SMTPConnection, authentication: SMTPConnectionAuth) =>
  new Promise<void>((resolve, reject) => {
    connection.once('error', (error: Error) => reject(asSmtpError(error)));
    connection.login(authentication, (error) => (error ? reject(asSmtpError(error)) : resolve()));
  });

function authenticationOf(account: Account, settings: MailSettings): SMTPConnectionAuth {
  const secret = secretOf(account);
  if (settings.authentication === 'password') return { user: settings.user, pass: secret };
  return { user: settings.user, oauth2: new XOAuth2({ user: settings.user, accessToken: secret }) };
}

/** Rejects when the deadline passes or the caller gives up, whichever comes first. */
function endedBy(
  connection: SMTPConnection,
  { signal, limits }: { signal: AbortSignal; limits: SmtpLimits },
) {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  const end = (error: LiaisonError) => {
    reject(error);
    connection.close();
  };
  const late = () =>
    end(new LiaisonError('connection-timeout', { retry: 'later', detail: { server: 'smtp' } }));
  const timer = setTimeout(late, limits.connect);
  const cancel = () => end(new LiaisonError('cancelled'));
  signal.addEventListener('abort', cancel, { once: true });
  const stop = () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  };
  return { early: promise, stop };
}
