import type { PatternReader } from './pattern-reader.ts';
import { PatternError } from './rule-problem.ts';
import { asciiWords, type Words } from './words.ts';

const categories = /^(?:L[ulmto]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfson]?|Any)$/;
const controls: Readonly<Record<string, number>> = { a: 7, e: 27, f: 12, n: 10, r: 13, t: 9, v: 11 };

export const wordBorder = (words: Words): string =>
  words === asciiWords
    ? '\\b'
    : `(?-i:(?<=[${words.border}])(?![${words.border}])|(?<![${words.border}])(?=[${words.border}]))`;

export const noWordBorder = (words: Words): string =>
  words === asciiWords
    ? '\\B'
    : `(?-i:(?<=[${words.border}])(?=[${words.border}])|(?<![${words.border}])(?![${words.border}]))`;

/** The set behind a backslash (`\w`, `\D`, `\p{Lu}`), or null where what follows is a single character. */
export function escapedClass(
  reader: PatternReader,
  options: { words: Words; inClass: boolean },
): string | null {
  const property = reader.match(/([pP])(?:\{(\^?)([\w -]+)\}|([A-Z]))/y);
  if (property) return propertyClass(property);
  const letter = reader.match(/[wWdDsS]/y)?.[0];
  if (letter === undefined) return null;
  const lower = letter.toLowerCase();
  if (lower === 's') return `\\${letter}`;
  const set = lower === 'w' ? options.words.word : options.words.digit;
  if (letter === lower) return options.inClass ? set : `[${set}]`;
  return `[^${set}]`;
}

function propertyClass([, letter, caret, long, short]: RegExpExecArray): string {
  const name = long ?? short ?? '';
  const negated = (letter === 'P') !== (caret === '^');
  const property = categories.test(name) ? name : `Script=${name.replace(/^Is/, '')}`;
  return `\\${negated ? 'P' : 'p'}{${property}}`;
}

/** The character behind a backslash: `\t`, `\x41`, `\u00e9`, `\x{1f600}`, `\cA`, `\012`, or the character itself. */
export function escapedCodePoint(reader: PatternReader): number {
  const hex = reader.match(/x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|[xu]\{([0-9A-Fa-f]{1,6})\}/y);
  if (hex) return mustBeCodePoint(reader, Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16));
  const control = reader.match(/c([A-Za-z])/y);
  if (control) return (control[1] ?? '').toUpperCase().charCodeAt(0) - 64;
  const octal = reader.match(/0[0-7]{0,2}/y);
  if (octal) return Number.parseInt(octal[0], 8);
  const character = reader.next();
  const named = controls[character];
  if (named !== undefined) return named;
  if (/[A-Za-z0-9]/.test(character)) throw new PatternError(reader.source, `unknown escape \\${character}`);
  return character.codePointAt(0) ?? 0;
}

function mustBeCodePoint(reader: PatternReader, codePoint: number): number {
  if (codePoint > 0x10ffff) throw new PatternError(reader.source, 'no such character');
  return codePoint;
}
