import type { PatternReader } from './pattern-reader.ts';
import { escapedClass, escapedCodePoint } from './pattern-escapes.ts';
import { PatternError } from './rule-problem.ts';
import type { Words } from './words.ts';

const posix: Readonly<Record<string, string>> = {
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  blank: '\\t\\x20',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  lower: 'a-z',
  punct: '\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e',
  space: '\\t-\\r\\x20',
  upper: 'A-Z',
  word: 'a-zA-Z0-9_',
  xdigit: '0-9a-fA-F',
};

/** A character inside brackets, written so that no flag gives it a meaning. */
const literal = (codePoint: number): string => {
  const character = String.fromCodePoint(codePoint);
  return /[A-Za-z0-9]/.test(character) ? character : `\\u{${codePoint.toString(16)}}`;
};

/**
 * Reads a bracket expression of .NET's dialect (`[^\W_]`, `[a-z-[aeiou]]`) or RE2's (`[[:alpha:]]`) and writes the
 * same set for JavaScript's `v` flag. The reader stands behind the opening bracket.
 */
export function translateClass(reader: PatternReader, words: Words): string {
  const negated = reader.take('^');
  const items: string[] = [];
  let subtracted: string | null = null;
  for (let first = true; ; first = false) {
    if (reader.atEnd()) throw new PatternError(reader.source, 'unterminated [');
    if (!first && reader.take(']')) break;
    if (!first && reader.take('-[')) {
      subtracted = translateClass(reader, words);
      if (!reader.take(']')) throw new PatternError(reader.source, 'a subtraction must end its class');
      break;
    }
    items.push(readItem(reader, words));
  }
  const set = `[${negated ? '^' : ''}${items.join('')}]`;
  return subtracted === null ? set : `[${set}--${subtracted}]`;
}

function readItem(reader: PatternReader, words: Words): string {
  const named = reader.match(/\[:(\^?)(\w+):\]/y);
  if (named) {
    const set = posix[named[2] ?? ''];
    if (!set) throw new PatternError(reader.source, `unknown class ${named[0]}`);
    return `[${named[1] ?? ''}${set}]`;
  }
  const low = readAtom(reader, words);
  if (typeof low === 'string') return low;
  const range = reader.rest.startsWith('-') && !reader.rest.startsWith('-]') && !reader.rest.startsWith('-[');
  if (!range) return literal(low);
  reader.take('-');
  const high = readAtom(reader, words);
  if (typeof high === 'string') return `${literal(low)}${literal(45)}${high}`;
  if (high < low) throw new PatternError(reader.source, 'a range of a class runs backwards');
  return `${literal(low)}-${literal(high)}`;
}

/** A code point, or the source of a set such as `\w`. */
function readAtom(reader: PatternReader, words: Words): number | string {
  if (!reader.take('\\')) return reader.next().codePointAt(0) ?? 0;
  if (reader.take('b')) return 8;
  return escapedClass(reader, { words, inClass: true }) ?? escapedCodePoint(reader);
}
