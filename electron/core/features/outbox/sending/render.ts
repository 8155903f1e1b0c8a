import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Identity } from '../../../../shared/channels.ts';
import { LiaisonError } from '../../../../shared/errors.ts';
import type { Recipients } from '../../../../shared/outbox.ts';
import { mustBeHeaderText } from '../header-text.ts';

export interface ReplyToRender {
  readonly identity: Identity;
  readonly recipients: Recipients;
  readonly subject: string;
  readonly text: string;
  /** Without angle brackets. */
  readonly internetMessageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** UTC epoch milliseconds. */
  readonly date: number;
  readonly attachments: readonly {
    readonly name: string;
    readonly type: string;
    readonly bytes: Uint8Array;
  }[];
}

interface RenderedReply {
  readonly bytes: Uint8Array;
  /** Hex. */
  readonly sha256: string;
}

/**
 * The message as it will leave, byte for byte, in every attempt (RFC 5322, RFC 2045): plain text, attachments, threading
 * headers. Everything is 7-bit, so that no server needs 8BITMIME. Blind recipients stand in the envelope only.
 *
 * @throws LiaisonError `invalid-input` where a value could begin a header of its own
 */
export async function renderReply(reply: ReplyToRender): Promise<RenderedReply> {
  checkHeaderTexts(reply);
  const composer = new MailComposer({
    from: asAddress(reply.identity),
    to: reply.recipients.to.map(asAddress),
    cc: reply.recipients.cc.map(asAddress),
    subject: asLiteral(reply.subject),
    messageId: `<${reply.internetMessageId}>`,
    date: new Date(reply.date),
    ...(reply.inReplyTo === null ? {} : { inReplyTo: `<${reply.inReplyTo}>` }),
    references: reply.references.map((id) => `<${id}>`),
    text: asMailText(reply.text),
    attachments: reply.attachments.map(({ name, type, bytes }) => ({
      filename: asLiteral(name),
      contentType: typePattern.test(type) ? type : 'application/octet-stream',
      contentTransferEncoding: 'base64',
      contentDisposition: 'attachment',
      content: Buffer.from(bytes),
    })),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const bytes = withIdsInPlace(await composer.compile().build());
  mustHaveOnlyOurHeaders(bytes);
  return { bytes, sha256: sha256Of(bytes) };
}

/** Ids begin on their header's own line: a fold right after the colon is legal, but not every server's search reads it. */
function withIdsInPlace(bytes: Buffer): Buffer {
  const head = headerBlock(bytes);
  const fresh = head.replace(/^(Message-ID|In-Reply-To|References):\r\n[ \t]+/gim, '$1: ');
  return Buffer.concat([Buffer.from(fresh, 'latin1'), bytes.subarray(head.length)]);
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const asAddress = ({ name, address }: Identity) => ({ name: asLiteral(name), address });

/** What looks like an encoded word (RFC 2047) would be decoded by the reader, control characters and all. */
const asLiteral = (value: string) => value.replaceAll('=?', '= ?');

/** One kind of line end and no NUL, which no server is bound to carry (RFC 5321, 4.1.1.4). */
const asMailText = (text: string) => text.replaceAll('\0', '').replace(/\r\n?/g, '\n');

const typePattern = /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/;

function checkHeaderTexts(reply: ReplyToRender): void {
  mustBeHeaderText(reply.subject, 'subject');
  const people = { from: [reply.identity], ...reply.recipients };
  for (const [field, list] of Object.entries(people)) {
    for (const { name, address } of list) {
      mustBeHeaderText(name, `${field}.name`);
      mustBeAddress(address, `${field}.address`);
    }
  }
  for (const { name, type } of reply.attachments) {
    mustBeHeaderText(name, 'attachment.name');
    mustBeHeaderText(type, 'attachment.type');
  }
  for (const id of [reply.internetMessageId, reply.inReplyTo ?? '', ...reply.references]) {
    mustBeHeaderText(id, 'references');
    if (/[<>\s]/.test(id)) throw new LiaisonError('invalid-input', { detail: { path: 'references' } });
  }
}

/** One address and nothing else: no list, no comment, no route. */
function mustBeAddress(address: string, path: string): void {
  mustBeHeaderText(address, path);
  if (/^[^\s@<>(),:;"[\]\\]+@[^\s@<>(),:;"[\]\\]+$/.test(address)) return;
  throw new LiaisonError('invalid-input', { detail: { path } });
}

const ourHeaders: ReadonlySet<string> = new Set([
  'from',
  'to',
  'cc',
  'subject',
  'message-id',
  'in-reply-to',
  'references',
  'date',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
]);
const longestLine = 998;

/** The last word on header injection: what was built has our header names, each once, in lines that may travel. */
function mustHaveOnlyOurHeaders(bytes: Uint8Array): void {
  const names = headerNames(bytes);
  const foreign = names.find((name) => !ourHeaders.has(name));
  const twice = new Set(names).size !== names.length;
  if (foreign !== undefined || twice || hasLongLine(bytes)) {
    throw new LiaisonError('invalid-input', { detail: { path: 'headers', reason: foreign ?? 'malformed' } });
  }
}

/** RFC 5322, 2.1.1, in every part: an attachment's name stands in a line as well. */
function hasLongLine(bytes: Uint8Array): boolean {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(0x0a, start);
    const length = (end < 0 ? bytes.length : end) - start;
    if (length > longestLine + 1) return true;
    start += length + 1;
  }
  return false;
}

function headerBlock(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = text.indexOf('\r\n\r\n');
  return text.toString('latin1', 0, end < 0 ? text.length : end);
}

/** The names of a message's header fields in lower case, in order; a line that is no field counts under its own text. */
export const headerNames = (bytes: Uint8Array): string[] =>
  headerBlock(bytes)
    .split('\r\n')
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => (/^([!-9;-~]+):/.exec(line)?.[1] ?? line).toLowerCase());

/**
 * The same message under a new Message-ID and Date: what a person orders who knows that the first one did not arrive.
 */
export function renewed(bytes: Uint8Array, next: { internetMessageId: string; date: number }): RenderedReply {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = headerBlock(bytes);
  const fresh = head
    .replace(/^Message-ID:[^\r\n]*(?:\r\n[ \t][^\r\n]*)*/im, () => `Message-ID: <${next.internetMessageId}>`)
    .replace(/^Date:[^\r\n]*/im, () => `Date: ${new Date(next.date).toUTCString().replace('GMT', '+0000')}`);
  const result = Buffer.concat([Buffer.from(fresh, 'latin1'), whole.subarray(head.length)]);
  mustHaveOnlyOurHeaders(result);
  return { bytes: result, sha256: sha256Of(result) };
}
