import { holdsWords } from '../added-lines.ts';
import { remembered } from '../remembered.ts';

/** Whose words may stand in what somebody writes besides their own. */
export interface OthersInText {
  /** What was said in the conversation, message by message, with what each quoted itself. */
  readonly said: readonly string[];
  /** What stands below what this address sends; empty where it has none. */
  readonly signature: string;
}

/** A quoted line, and the mark that stands alone above a signature (RFC 3676, 4.3). */
export const quotedLine = /^ {0,3}>/;
export const signatureMark = /^-- ?$/;
const anyQuoted = new RegExp(quotedLine.source, 'm');
const anyMark = new RegExp(`${quotedLine.source}|${signatureMark.source}`, 'm');

/** Whether a text has a line that may be quoted: without one, what was said need not be known. */
export const mayQuote = (text: string): boolean => anyQuoted.test(text);

/** A line as it is compared: without the marks of quotations, and with single spaces. */
const keyOf = (line: string): string =>
  line
    .replace(/^[>\s]+/, '')
    .replace(/\s+/g, ' ')
    .trimEnd();

/** As many lines as a long reply has; a text is looked through anew with every key. */
const mostRemembered = 5_000;

/**
 * Makes the function that blanks out of a text everything but its writer's own words: lines marked as quoted that do stand
 * in what was said, and the signature behind its mark where it is the one that the address has. What somebody else did not
 * write is the writer's, whatever stands before it. Every offset and every line stays, so that what is found in it stands
 * where it was written.
 */
export function createOwnWords({ said, signature }: OthersInText): (text: string) => string {
  const signed = signature.trim() === '' ? [] : signature.trim().split('\n').map(keyOf);
  let whole: readonly string[] | null = null;

  const isSaid = remembered((key: string): boolean => {
    whole ??= said.map((text) => text.split('\n').map(keyOf).join(' '));
    return whole.some((text) => holdsWords(text, key));
  }, mostRemembered);
  /** How many lines from a mark on are the signature. */
  function signatureAt(lines: readonly string[], at: number): number {
    if (signed.length === 0 || !signatureMark.test(lines[at] ?? '')) return 0;
    const isIt = signed.every((line, index) => keyOf(lines[at + 1 + index] ?? '') === line);
    return isIt ? signed.length + 1 : 0;
  }

  return (text) => {
    if (!anyMark.test(text)) return text;
    const lines = text.split('\n');
    let signedUntil = 0;
    return lines
      .map((line, at) => {
        signedUntil = Math.max(signedUntil, at + signatureAt(lines, at));
        const isOthers = at < signedUntil || (quotedLine.test(line) && isSaid(keyOf(line)));
        return isOthers ? ' '.repeat(line.length) : line;
      })
      .join('\n');
  };
}
