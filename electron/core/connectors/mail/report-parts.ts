import { fieldsOf, firstOf, type HeaderFields } from './header-lines.ts';
import { layoutOf } from './message-layout.ts';
import { transferDecoded } from './transfer-encoding.ts';

/** A part of a report: its type in lower case, empty where it has none, and its text, decoded. */
export interface ReportPart {
  readonly type: string;
  readonly text: string;
}

/** Reports are short; what follows is the message that came back, whose headers stand at its beginning. */
const mostRead = 256 * 1024;

/** The fields of a report and its parts as plain text, the message that came back among them as it stands. */
export function readReport(bytes: Uint8Array): { fields: HeaderFields; parts: ReportPart[] } {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, mostRead));
  const text = whole.toString('latin1');
  const read = layoutOf(text).parts.map((part) => {
    const fields = readFields(text.slice(part.header.start, part.header.end));
    const body = text.slice(part.body.start, part.body.end);
    const decoded = transferDecoded(body, firstOf(fields, 'content-transfer-encoding')).toString('utf8');
    const type = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(firstOf(fields, 'content-type'))?.[1] ?? '';
    return { fields, part: { type: type.toLowerCase(), text: decoded } };
  });
  return { fields: read[0]?.fields ?? new Map(), parts: read.map(({ part }) => part) };
}

/** A group of fields as it stands in a report, folded lines joined. */
export function readFields(text: string): HeaderFields {
  const lines = text.split(/\r?\n(?![ \t])/).flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [{ key: line.slice(0, colon).trim().toLowerCase(), line }] : [];
  });
  return fieldsOf(lines);
}

/** The first address in a text, in lower case, or an empty text. */
export const addressIn = (value: string): string =>
  (/[^\s<>(),;:"'=*]{1,64}@[\w.-]{1,253}\w/.exec(value)?.[0] ?? '').toLowerCase();

const longestReason = 300;

/** A server's words for a person: one line, not too long. */
export const inOneLine = (value: string): string =>
  value
    .replace(/[\p{Cc}\s\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, longestReason);
