import type { ReceivedAttachment } from '../../../../shared/received.ts';
import type { MessageWords } from '../message-words.ts';
import { decodeCharset } from './charsets.ts';
import { joinFlowedLines } from './flowed-text.ts';
import type { Part } from './part-tree.ts';
import { decodedSize, decodeTransfer } from './transfer-decoding.ts';

type BodyWords = Pick<MessageWords, 'text' | 'html' | 'attachments'>;

/** A text that is shown, and whether it is one of several forms of the same. */
interface Shown {
  readonly isHtml: boolean;
  readonly isAlternative: boolean;
  readonly text: string;
}

interface Around {
  readonly isAlternative: boolean;
  readonly isRelated: boolean;
}

/** Messages within messages, and what a delivery's report says, are read as mail of their own. */
const notRead = /^message\/(?!rfc822$)/;

/**
 * The words and files of a message's parts, in their order. Null where a body is not wholly what its header says, where
 * a file's type is in its name alone, or where HTML would have to be made into text.
 */
export function wordsOfParts(root: Part, bytes: Buffer): BodyWords | null {
  const shown: Shown[] = [];
  const attachments: ReceivedAttachment[] = [];

  function read(part: Part, around: Around): boolean {
    const { type } = part.content;
    const inner = {
      isAlternative: around.isAlternative || type === 'multipart/alternative',
      isRelated: around.isRelated || type === 'multipart/related',
    };
    if (part.content.boundary !== '') return part.parts.every((one) => read(one, inner));
    // Nobody agrees how much of an empty body is the delimiter's.
    if (part.body.start >= part.body.end || isDoubtful(part)) return false;
    const body = bytes.subarray(part.body.start, part.body.end);
    if (isFile(part)) {
      const size = decodedSize(body, part.content.encoding);
      if (size !== null) attachments.push(describe(part, { part: attachments.length, size, ...around }));
      return size !== null;
    }
    const isHtml = type === 'text/html';
    const text = isHtml && part === root ? null : textOf(body, part);
    if (text !== null) shown.push({ isHtml, isAlternative: around.isAlternative, text });
    return text !== null;
  }

  if (!read(root, { isAlternative: false, isRelated: false })) return null;
  const words = join(shown);
  return words && { ...words, attachments };
}

const isFile = ({ content: { type, disposition } }: Part): boolean =>
  (type !== 'text/plain' && type !== 'text/html') || disposition === 'attachment';

/** A message that is shown within the message, or a file of which only its name tells the type. */
const isDoubtful = ({ content: { type, disposition, name } }: Part): boolean =>
  notRead.test(type) ||
  (type === 'message/rfc822' && disposition === 'inline') ||
  (type === 'application/octet-stream' && name !== '');

function describe(
  { content }: Part,
  { part, size, isRelated }: { part: number; size: number; isRelated: boolean },
): ReceivedAttachment {
  const { name, type, contentId, disposition } = content;
  const inline = contentId !== null && (isRelated || disposition === 'inline');
  return { part, name, type, size, contentId, inline };
}

function textOf(body: Buffer, { content }: Part): string | null {
  const { flowed, deletesSpace, charset, encoding } = content;
  const decoded = decodeTransfer(body, encoding);
  if (decoded === null) return null;
  const whole = flowed
    ? Buffer.from(joinFlowedLines(decoded.toString('latin1'), deletesSpace), 'latin1')
    : decoded;
  const text = decodeCharset(whole, charset);
  if (text === null || !text.includes('\r')) return text;
  return text.replaceAll('\r\n', '\n');
}

/** Plain text as it stands; HTML beside it as it stands. */
function join(shown: readonly Shown[]): { text: string; html: string | null } | null {
  const hasText = shown.some((one) => !one.isHtml);
  const hasHtml = shown.some((one) => one.isHtml);
  const text: string[] = [];
  const html: string[] = [];
  for (const one of shown.filter((each) => each.text !== '')) {
    if (one.isHtml) {
      if (hasText && !one.isAlternative) return null;
      html.push(one.text);
    } else {
      text.push(one.text);
      // Its place among the HTML, empty.
      if (hasHtml && !one.isAlternative) html.push('');
    }
  }
  return { text: text.join('\n'), html: html.length === 0 ? null : html.join('<br/>\n') };
}
