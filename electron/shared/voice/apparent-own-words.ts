import { subjectMarks } from '../subject-marks.ts';
import { nothingAdded, ownSubject, type OwnAdditions } from './own-additions.ts';
import { quotedLine, signatureMark } from './own-words.ts';

/** "On 3 March, Ana wrote:" above a quotation: it ends in a colon and names a day or an address. */
const introduction = /(?:\d|@).*:\s*$/;

/**
 * A reply of which nobody knows how it was written, with everything blanked out that looks like somebody else's: quoted
 * lines, the line above them that says so, and a signature. Every offset and every line stays.
 */
export function apparentOwnWords(text: string): string {
  if (!text.includes('>') && !text.includes('--')) return text;
  const lines = text.split('\n');
  const end = lines.findIndex((line) => signatureMark.test(line));
  const isQuoted = (at: number) => quotedLine.test(lines[at] ?? '');
  const introduces = (at: number) => {
    const next = lines[at + 1]?.trim() === '' ? at + 2 : at + 1;
    return introduction.test(lines[at] ?? '') && isQuoted(next);
  };
  return lines
    .map((line, at) => {
      const foreign = isQuoted(at) || introduces(at) || (end !== -1 && at >= end);
      return foreign ? ' '.repeat(line.length) : line;
    })
    .join('\n');
}

/** The subject of such a reply: one with the marks of replies and forwards was there before, known or not. */
export const apparentOwnSubject = (subject: string, said: readonly string[]): OwnAdditions =>
  said.length === 0 && subjectMarks.test(subject) ? nothingAdded : ownSubject(subject, said);
