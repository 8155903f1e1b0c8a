import type { EmailAddress } from 'mailparser';
import { fieldsOf } from '../header-lines.ts';
import type { MessageWords } from '../message-words.ts';
import { readAddresses } from './addresses.ts';
import { decodeEncodedWords } from './encoded-words.ts';
import { onlyValueOf, type HeaderLine } from './header-block.ts';
import { readParts } from './part-tree.ts';
import { wordsOfParts } from './words-of-parts.ts';

/**
 * Reads a message of one of the shapes that most mail has, in one pass: ASCII headers with encoded words (RFC 2047),
 * plain text and HTML, alone or in multiparts (RFC 2046), files whose bytes are counted and not kept.
 *
 * It gives what mailparser gives, at a tenth of the time, or null: whatever is not exactly as the RFCs want it, or where
 * readers differ, is left to mailparser.
 */
export function readCommon(source: Uint8Array): MessageWords | null {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const root = readParts(bytes);
  if (!root || root.lines.length === 0) return null;
  const words = wordsOfParts(root, bytes);
  if (!words) return null;
  const subject = subjectOf(root.lines);
  const [from, replyTo] = [addressesOf(root.lines, 'from'), addressesOf(root.lines, 'reply-to')];
  const [to, cc] = [addressesOf(root.lines, 'to'), addressesOf(root.lines, 'cc')];
  if (subject === null || !from || !replyTo || !to || !cc) return null;
  return { fields: fieldsOf(root.lines), from, replyTo, to, cc, subject, ...words };
}

function subjectOf(lines: readonly HeaderLine[]): string | null {
  const value = onlyValueOf(lines, 'subject');
  return value === null ? null : decodeEncodedWords(value);
}

/** Null where the field is repeated. */
function addressesOf(lines: readonly HeaderLine[], key: string): EmailAddress[] | null {
  const value = onlyValueOf(lines, key);
  return value === null ? null : readAddresses(value);
}
