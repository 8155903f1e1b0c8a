import type { NodemailerError } from 'nodemailer';
import { LiaisonError, type ErrorCode, type Retry } from '../../../shared/errors.ts';
import { asMailError } from './errors.ts';

type SmtpFailure = Error & Partial<NodemailerError>;

/**
 * What a submission server said, or how the line broke, as one of ours; `effect` is `none`, so call it only where the
 * message has certainly not been taken (RFC 5321, 4.2: 4yz may be tried again, 5yz may not).
 * `detail.scope` is `message` where other messages of the channel may well pass.
 */
export function asSmtpError(failure: SmtpFailure, addresses: readonly string[] = []): LiaisonError {
  const status = failure.responseCode;
  if (status === undefined) return withoutReply(failure);
  const { code, retry, scope } = meaningOf({
    status,
    text: failure.response ?? '',
    code: failure.code,
    command: failure.command,
  });
  const reply = readableReply(failure.response ?? '', addresses);
  return new LiaisonError(code, { retry, detail: { server: 'smtp', status, reply, scope }, cause: failure });
}

interface Meaning {
  readonly code: ErrorCode;
  readonly retry: Retry;
  readonly scope: 'channel' | 'message';
}

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly code?: string | undefined;
  readonly command?: string | undefined;
}

function meaningOf(reply: Reply): Meaning {
  const { status, text, command = '' } = reply;
  const aboutOne = command === 'RCPT TO' || (reply.code === 'EMESSAGE' && status !== 421);
  if (reply.code === 'ETLS') return { code: 'tls-failed', retry: 'later', scope: 'channel' };
  if (status < 500)
    return { code: 'server-busy', retry: hintOf(text), scope: aboutOne ? 'message' : 'channel' };
  if (reply.code === 'EAUTH' || [530, 534, 535, 538].includes(status)) {
    return { code: 'credentials-rejected', retry: 'never', scope: 'channel' };
  }
  return {
    code: refusalOf(reply),
    retry: 'never',
    scope: reply.code === 'EPROTOCOL' ? 'channel' : 'message',
  };
}

function refusalOf({ status, text, code, command = '' }: Reply): ErrorCode {
  if (code === 'EPROTOCOL') return 'server-refused';
  if (/\b5\.6\.7\b/.test(text) || (status === 553 && /smtputf8|internationali[sz]ed/i.test(text))) {
    return 'address-not-supported';
  }
  if (/\b5\.3\.4\b/.test(text) || (status === 552 && !/\b5\.2\.2\b/.test(text))) return 'message-too-large';
  if (command === 'MAIL FROM' || isAboutSender(text)) return 'sender-refused';
  if (command === 'RCPT TO') return 'recipient-refused';
  return 'message-refused';
}

/**
 * Many servers judge the sender only once they know the recipient (Postfix's `reject_sender_login_mismatch`), or have seen
 * the whole message (Exchange's SendAsDenied, 5.7.60).
 */
const isAboutSender = (text: string): boolean =>
  /\b5\.7\.60\b|\bSendAsDenied\b|\bsend as this (?:sender|address|user)\b|\bsender address rejected\b|\bnot owned by user\b|\bnot (?:allowed|authori[sz]ed|permitted) to send (?:as|from|on behalf)\b|\bfrom address (?:is )?not (?:verified|allowed)\b|\b5\.1\.8\b|\b5\.1\.7\b/i.test(
    text,
  );

/** "try again in 5 minutes": a server's own wish counts. */
function hintOf(text: string): Retry {
  const [, amount, unit = ''] = /\bin (\d{1,5}) ?(s|sec|seconds?|m|min|minutes?)\b/i.exec(text) ?? [];
  if (amount === undefined) return 'later';
  return Number(amount) * (unit.toLowerCase().startsWith('m') ? 60_000 : 1_000);
}

function withoutReply(failure: SmtpFailure): LiaisonError {
  if (failure.code === 'EMESSAGE' && /larger than allowed/.test(failure.message)) {
    return new LiaisonError('message-too-large', {
      detail: { server: 'smtp', scope: 'message' },
      cause: failure,
    });
  }
  if (failure.code === 'EPROTOCOL' && failure.response !== undefined) {
    return new LiaisonError('not-the-protocol', {
      retry: 'later',
      detail: { server: 'smtp' },
      cause: failure,
    });
  }
  const original = failure.originalCode;
  return asMailError(
    original === undefined ? failure : Object.assign(new Error(failure.message), { code: original }),
    'smtp',
  );
}

const longestReply = 300;

/** The server's words as plain text for a person, without the addresses that servers like to repeat. */
export function readableReply(text: string, addresses: readonly string[]): string {
  const bare = addresses.reduce((words, address) => words.replaceAll(address, '…'), text);
  return bare
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .slice(0, longestReply)
    .trim();
}
