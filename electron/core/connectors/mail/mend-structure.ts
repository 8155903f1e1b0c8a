import type { Edit } from './edits.ts';
import type { Layout } from './message-layout.ts';

/**
 * What mailparser misses of a message's structure, written as it reads it:
 * - blanks after a delimiter, which RFC 2046, 5.1.1, allows;
 * - a multipart that ends without its closing delimiter, which the delimiter of an outer one ends (5.1.2);
 * - parts without a type in a multipart/digest, which are messages (5.1.5).
 */
export function structureEdits(text: string, { parts, delimiters }: Layout): Edit[] {
  const trimmed = delimiters
    .filter((one) => text.slice(one.trimmed, one.end).trim() === '' && isPadded(text, one))
    .map((one) => ({ start: one.trimmed, end: withoutReturn(text, one.end), text: '' }));
  const closed = delimiters
    .filter((one) => one.unclosed.length > 0)
    .map((one) => ({
      start: one.start,
      end: one.start,
      text: one.unclosed.map((boundary) => `--${boundary}--\r\n`).join(''),
    }));
  const messages = parts
    .filter(({ header, inDigest }) => inDigest && !hasType.test(text.slice(header.start, header.end)))
    .map(({ header }) => ({ start: header.start, end: header.start, text: messageType }));
  return [...trimmed, ...closed, ...messages];
}

const hasType = /^content-type[ \t]*:/im;
const messageType = 'Content-Type: message/rfc822\r\nContent-Disposition: inline\r\n';

const withoutReturn = (text: string, end: number): number => (text[end - 1] === '\r' ? end - 1 : end);
const isPadded = (text: string, one: { trimmed: number; end: number }): boolean =>
  withoutReturn(text, one.end) > one.trimmed;
