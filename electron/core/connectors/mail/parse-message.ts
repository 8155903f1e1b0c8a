import { randomBytes } from 'node:crypto';
import type { AddressObject, AttachmentStream, EmailAddress } from 'mailparser';
import type { Participant } from '../../../shared/conversations.ts';
import type { ReceivedAttachment } from '../../../shared/received.ts';
import { hasAutomaticSubject, isAutomatic, isSilentSender } from './automatic.ts';
import { arrivalOf } from './arrival.ts';
import { readCommon } from './common-shapes/read-common.ts';
import { fieldsOf, firstOf, messageIdOf, referencesOf, sentAtOf } from './header-lines.ts';
import { dedupKeyOf, sha256 } from './identity-of-message.ts';
import { hollowParts, standsFor } from './hollow-parts.ts';
import { mailLimits } from './limits.ts';
import { mended } from './mend.ts';
import type { MessageWords } from './message-words.ts';
import type { ParsedAttachment, RawMessage } from './parse-pool.ts';
import type { ParsedMessage } from './parse-protocol.ts';
import { splitQuote } from './quote.ts';
import { openWinmail, readFromWinmail } from './winmail.ts';

/** What mailparser makes of the bytes; the content of one attachment is kept on demand. */
interface Walk extends MessageWords {
  readonly content: Buffer | null;
  /** Attachments that only stood for larger ones. */
  readonly standIns: number;
}

/** Parses one message. Rejects where mailparser refuses it (too many parts, too large a header). */
export async function parseMessage(raw: RawMessage): Promise<ParsedMessage> {
  const walk = readCommon(raw.bytes) ?? (await readWithMailparser(raw.bytes));
  const receivedAt = arrivalOf(raw, walk.fields);
  const from = authorOf(walk, raw);
  const direction = isOwn(raw, from.address) ? 'outbound' : 'inbound';
  const { text, quotedText } = splitQuote((await textOf(walk)).slice(0, mailLimits.text));
  const internetMessageId = messageIdOf(walk.fields);
  const sourceSha256 = sha256(raw.bytes);
  const { subject } = walk;
  return {
    dedupKey: dedupKeyOf(internetMessageId, sourceSha256),
    direction,
    internetMessageId,
    references: referencesOf(walk.fields).filter((id) => id !== internetMessageId),
    from,
    to: participants(walk.to),
    cc: participants(walk.cc),
    subject,
    text,
    quotedText,
    html: walk.html,
    automatic: isAutomatic(walk.fields, from.address) || hasAutomaticSubject(subject),
    unreadable: raw.truncated === true,
    sentAt: sentAtOf(walk.fields, receivedAt),
    receivedAt,
    attachments: await openWinmail(walk.attachments, (part) => bytesOfPart(raw.bytes, part)),
    sourceSha256,
    copy: raw.copy,
  };
}

/**
 * mailparser makes text of HTML only where the message is nothing else: HTML with a picture or a file beside it would
 * never be found, so it is read once more as a message of its own.
 */
async function textOf({ text, html, fields }: MessageWords): Promise<string> {
  const isHtmlAlone = /^text\/html\b/i.test(firstOf(fields, 'content-type'));
  if (text !== '' || html === null || isHtmlAlone) return text;
  return (await walkThrough(Buffer.from(`Content-Type: text/html; charset=utf-8\n\n${html}`), null)).text;
}

/** Null where the message has no such part. */
export async function readAttachment(source: Uint8Array, part: number): Promise<ParsedAttachment | null> {
  const { attachments, content } = await walkThrough(mended(source), part);
  const found = attachments[part];
  if (found && content) return { name: found.name, type: found.type, bytes: new Uint8Array(content) };
  const read = (other: number) => bytesOfPart(source, other);
  const inside = await readFromWinmail(attachments, { part, read });
  return inside && { name: inside.name, type: inside.type, bytes: new Uint8Array(inside.bytes) };
}

async function bytesOfPart(source: Uint8Array, part: number): Promise<Uint8Array | null> {
  return (await walkThrough(mended(source), part)).content;
}

/**
 * A contact form writes in our own name, or in that of nobody, and puts the customer into Reply-To: they are who wrote.
 * Who else claims to be us without standing in Sent stays what they claim, but inbound.
 */
function authorOf(walk: MessageWords, raw: RawMessage): Participant {
  const [author] = participants(walk.from);
  const [answerTo] = participants(walk.replyTo);
  const written = author ?? answerTo ?? { name: '', address: '' };
  const standsForAnother = raw.ownAddresses.includes(written.address) || isSilentSender(written.address);
  if (raw.place === 'sent' || !standsForAnother || !answerTo) return written;
  const isPerson = !raw.ownAddresses.includes(answerTo.address) && !isSilentSender(answerTo.address);
  return isPerson ? answerTo : written;
}

const isOwn = (raw: RawMessage, author: string): boolean =>
  raw.place === 'sent' || (raw.place === 'by-author' && raw.ownAddresses.includes(author));

const participants = (addresses: readonly EmailAddress[]): Participant[] =>
  addresses
    .flatMap((one) => one.group ?? [one])
    .filter((one) => one.address !== undefined && one.address !== '')
    .slice(0, mailLimits.recipients)
    .map((one) => ({ name: one.name.trim(), address: (one.address ?? '').trim().toLowerCase() }));

/** Nobody who writes a mail knows it, so that no mail can pretend a size. */
const mark = `${randomBytes(16).toString('hex')}:`;
/** More than a mark and a size: what is longer stands for itself. */
const longestStandIn = 64;

/**
 * What mailparser makes of any message, mended where it is broken in a known way. Passes by the content of large
 * attachments; where the walk did not meet all of them as files, it walks through all.
 */
export async function readWithMailparser(source: Uint8Array): Promise<MessageWords> {
  const bytes = mended(source);
  const hollowed = hollowParts(bytes, mark);
  if (!hollowed) return walkThrough(bytes, null);
  const walk = await walkThrough(hollowed.bytes, null);
  return walk.standIns === hollowed.parts ? walk : walkThrough(bytes, null);
}

/** mailparser is loaded for the first message that needs it: it takes longer than a hundred messages without it. */
async function walkThrough(bytes: Buffer, wanted: number | null): Promise<Walk> {
  const { MailParser } = await import('mailparser');
  const attachments: ReceivedAttachment[] = [];
  let standIns = 0;
  const kept: Buffer[] = [];
  const parser = new MailParser({
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    checksumAlgo: false,
    maxChildNodes: mailLimits.parts,
    maxHtmlLengthToParse: mailLimits.htmlToText,
  });

  function drain(attachment: AttachmentStream): void {
    const part = attachments.length;
    let size = 0;
    let start: Buffer = Buffer.alloc(0);
    attachment.content.on('data', (chunk: Buffer) => {
      if (size <= longestStandIn) start = Buffer.concat([start, chunk.subarray(0, longestStandIn + 1)]);
      size += chunk.length;
      if (part === wanted) kept.push(chunk);
    });
    attachment.content.on('end', () => {
      const meant = size <= longestStandIn ? standsFor(start, mark) : null;
      if (meant !== null) standIns += 1;
      attachments.push(describe(attachment, part, meant ?? size));
      attachment.release?.();
    });
  }

  return new Promise((resolve, reject) => {
    parser.on('error', reject);
    parser.on('data', (data) => {
      if (data.type === 'attachment') drain(data);
    });
    parser.on('end', () =>
      resolve({
        fields: fieldsOf(parser.headerLines === false ? [] : parser.headerLines),
        from: addressesOf(parser.from),
        replyTo: addressesOf(parser.replyTo),
        to: addressesOf(parser.to),
        cc: addressesOf(parser.cc),
        subject: parser.subject ?? '',
        text: parser.text === false ? '' : parser.text,
        html: parser.html === false ? null : parser.html,
        attachments,
        content: wanted === null ? null : Buffer.concat(kept),
        standIns,
      }),
    );
    parser.end(bytes);
  });
}

const addressesOf = (header: AddressObject | AddressObject[] | undefined): EmailAddress[] =>
  [header ?? []].flat().flatMap((one) => one.value);

function describe(attachment: AttachmentStream, part: number, size: number): ReceivedAttachment {
  return {
    part,
    name: attachment.filename ?? '',
    type: attachment.contentType.toLowerCase(),
    size,
    contentId: attachment.cid ?? null,
    // Apple Mail calls every picture and PDF inline; only what the markup can name stands inside it.
    inline:
      attachment.cid !== undefined &&
      (attachment.related === true || attachment.contentDisposition === 'inline'),
  };
}
