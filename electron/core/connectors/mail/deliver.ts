import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { NodemailerError } from 'nodemailer';
import type { SMTPEnvelope } from 'nodemailer/lib/smtp-connection';
import { Readable } from 'node:stream';
import { domainToASCII } from 'node:url';
import { asLiaisonError, LiaisonError } from '../../../shared/errors.ts';
import type { Connector, Delivery, Outgoing } from '../contract.ts';
import { openSmtp } from './smtp-connection.ts';
import { asSmtpError } from './smtp-errors.ts';
import { smtpLimits, type SmtpLimits } from './smtp-limits.ts';

/** Pieces in which the message flows; small enough that silence between two of them means something. */
const pieceSize = 16 * 1024;

/**
 * Submits one message (RFC 6409). All recipients or none: where the server refuses one of them the line is dropped
 * before the dot, so that a corrected reply never reaches the others twice.
 *
 * What goes wrong before the dot, and every clear no, has the effect `none`; silence, a broken line or nonsense after
 * the dot is `effect-unknown`.
 */
export const createDeliver =
  (limits: SmtpLimits): Connector['deliver'] =>
  async (delivery, signal) => {
    const { connection, speaksUtf8, maximumSize } = await openSmtp(
      { account: delivery.account, limits },
      signal,
    );
    try {
      delivery.onAnnounced?.({ maximumSize });
      const envelope = envelopeOf(delivery.outgoing, speaksUtf8);
      await handOver({ connection, envelope, delivery, limits }, signal);
      connection.quit();
    } catch (error) {
      connection.close();
      throw error;
    }
  };

export const deliver = createDeliver(smtpLimits);

interface HandOver {
  readonly connection: SMTPConnection;
  readonly envelope: TrackedEnvelope;
  readonly delivery: Delivery;
  readonly limits: SmtpLimits;
}

/** nodemailer keeps its book of refused recipients on the envelope that it was given. */
interface TrackedEnvelope extends SMTPEnvelope {
  readonly rejectedErrors?: readonly NodemailerError[];
}

function handOver({ connection, envelope, delivery, limits }: HandOver, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const addresses = delivery.outgoing.to;
  let dotPassed = false;
  const fail = (error: LiaisonError) => reject(error);
  const broken = (error: LiaisonError) => fail(dotPassed ? unknownEffect(error) : error);
  const watch = createWatch(() => broken(timedOut()));

  const body = messageStream(delivery.outgoing.bytes, {
    begins() {
      const refused = refusalIn(envelope.rejectedErrors, addresses);
      if (refused) throw refused;
      delivery.onData();
    },
    flows: () => watch.restart(limits.silence),
    ends() {
      delivery.onDot();
      dotPassed = true;
      watch.restart(limits.afterDot);
    },
    fails: (error) => fail(asLiaisonError(error)),
  });
  const cancel = () => broken(new LiaisonError('cancelled'));
  signal.addEventListener('abort', cancel, { once: true });
  connection.on('error', (error: Error) => broken(asSmtpError(error, addresses)));
  watch.restart(limits.silence);
  connection.send(envelope, body, (error) => {
    if (!error && dotPassed) resolve();
    else if (!error)
      fail(new LiaisonError('protocol-violation', { retry: 'later', detail: { server: 'smtp' } }));
    else if (isClearNo(error)) fail(asSmtpError(error, addresses));
    else broken(refusalIn(error.rejectedErrors, addresses) ?? asSmtpError(error, addresses));
  });
  return promise.finally(() => {
    watch.stop();
    signal.removeEventListener('abort', cancel);
    body.destroy();
  });
}

/** A whole reply to the end of data, of the classes that mean "not accepted" (RFC 5321, 4.2.1). */
const isClearNo = ({ code, responseCode = 0 }: NodemailerError): boolean =>
  code === 'EMESSAGE' && responseCode >= 400 && responseCode < 600;

const unknownEffect = (cause: LiaisonError) =>
  new LiaisonError('effect-unknown', {
    effect: 'unknown',
    detail: { server: 'smtp', reason: cause.code },
    cause,
  });

const timedOut = () => new LiaisonError('connection-timeout', { retry: 'later', detail: { server: 'smtp' } });

/**
 * The refusal that counts: a final one before one that may pass. It names the recipient by its place in the envelope:
 * an address would be too much for a log.
 */
function refusalIn(
  refusals: readonly NodemailerError[] | undefined,
  addresses: readonly string[],
): LiaisonError | null {
  const refusal = refusals?.find((one) => (one.responseCode ?? 0) >= 500) ?? refusals?.[0];
  if (!refusal) return null;
  const { code, retry, detail, cause } = asSmtpError(refusal, addresses);
  const position = addresses.findIndex((address) => asciiDomain(address) === refusal.recipient);
  return new LiaisonError(code, { retry, detail: { ...detail, position }, cause });
}

interface Steps {
  begins(): void;
  flows(): void;
  /** Must be durable when it returns: only then do the last bytes, the dot, leave. */
  ends(): void;
  fails(error: unknown): void;
}

/** The message in pieces. Its end, which makes nodemailer write the dot, comes after `ends` has returned. */
function messageStream(bytes: Uint8Array, steps: Steps): Readable {
  let offset = -1;
  return new Readable({
    highWaterMark: pieceSize,
    read() {
      try {
        if (offset < 0) {
          steps.begins();
          offset = 0;
        }
        if (offset >= bytes.length) {
          steps.ends();
          this.push(null);
          return;
        }
        steps.flows();
        const piece = bytes.subarray(offset, offset + pieceSize);
        offset += piece.length;
        this.push(piece);
      } catch (error) {
        steps.fails(error);
        this.destroy();
      }
    },
  });
}

function createWatch(onSilence: () => void) {
  let timer: NodeJS.Timeout | undefined;
  return {
    restart(milliseconds: number) {
      clearTimeout(timer);
      timer = setTimeout(onSilence, milliseconds);
    },
    stop: () => clearTimeout(timer),
  };
}

const isAscii = (text: string) => /^\p{ASCII}*$/u.test(text);

function envelopeOf(outgoing: Outgoing, speaksUtf8: boolean): TrackedEnvelope {
  const from = asciiDomain(outgoing.from);
  const to = outgoing.to.map(asciiDomain);
  if (!speaksUtf8 && ![from, ...to].every(isAscii)) {
    throw new LiaisonError('address-not-supported', { detail: { server: 'smtp', scope: 'message' } });
  }
  return { from, to, size: outgoing.bytes.length };
}

/** Domains travel in their ASCII form everywhere (RFC 5891); only the part before the @ may need SMTPUTF8. */
function asciiDomain(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  return isAscii(domain) ? address : `${address.slice(0, at)}@${domainToASCII(domain)}`;
}
