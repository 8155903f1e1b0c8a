import { remembered } from '../remembered.ts';

/**
 * Which characters count for `\w`, `\b` and `\d`. Vale's dialect counts all of Unicode's, and JavaScript only ASCII's. A class
 * of every letter there is costs a hundred times more to compile than one of the letters that a text has; so patterns
 * are compiled for the writing of the text before them, which comes to the same.
 */
export interface Words {
  /** Texts of the same writing have the same key. */
  readonly key: string;
  /** Insides of classes for `\w`, for the characters that make a border, and for `\d`. */
  readonly word: string;
  readonly border: string;
  readonly digit: string;
}

export const asciiWords: Words = { key: '', word: '\\w', border: '\\w', digit: '\\d' };

/** Letters, marks, digits and connectors, and the joiners that stand inside words (UTS #18, RL1.4). */
const foreign = /[[\p{L}\p{Mn}\p{Nd}\p{Pc}\u{200c}\u{200d}]--\p{ASCII}]/v;
const everyForeign = new RegExp(foreign.source, 'gv');
const joiner = /[\u200c\u200d]/;
const digit = /\p{Nd}/u;

/** Stretches of ideographs and syllables that are letters throughout. */
const uniform: readonly (readonly [number, number])[] = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0x20000, 0x2a6df],
];
const pageSize = 256;
/** Every Latin letter of Europe: a text gains and loses accents as it is typed. */
const latinPages: readonly string[] = ['0-ff', '100-1ff'];

/** The rules of a guide look at the same parts of a text in turn. */
const mostTexts = 200;

/** The words of a text's writing. */
export const wordsOf = remembered(writingOf, mostTexts);

function writingOf(text: string): Words {
  if (!foreign.test(text)) return asciiWords;
  const stretches = new Set(latinPages);
  for (const [character] of text.matchAll(everyForeign))
    stretches.add(stretchOf(character.codePointAt(0) ?? 0));
  const key = [...stretches].toSorted().join(' ');
  return wordsIn(key);
}

/** The page, or the whole uniform stretch, that a character belongs to: `400-4ff`. */
function stretchOf(codePoint: number): string {
  const block = uniform.find(([from, to]) => from <= codePoint && codePoint <= to);
  const from = block?.[0] ?? codePoint - (codePoint % pageSize);
  return `${from.toString(16)}-${(block?.[1] ?? from + pageSize - 1).toString(16)}`;
}

const wordsIn = remembered((key: string): Words => {
  const inside = (belongs: (character: string) => boolean) =>
    key
      .split(' ')
      .map((stretch) => rangesOf(stretch, belongs))
      .join('');
  return {
    key,
    word: `\\w${inside((character) => foreign.test(character) && !joiner.test(character))}`,
    border: `\\w${inside((character) => foreign.test(character))}`,
    digit: `\\d${inside((character) => character > '\u007f' && digit.test(character))}`,
  };
});

/** `\u{c0}-\u{d6}\u{d8}-\u{f6}`: those characters of a stretch that belong. */
function rangesOf(stretch: string, belongs: (character: string) => boolean): string {
  const [from = 0, to = 0] = stretch.split('-').map((end) => Number.parseInt(end, 16));
  if (to - from >= pageSize) return belongs(String.fromCodePoint(from)) ? range(from, to) : '';
  let ranges = '';
  let start: number | null = null;
  for (let codePoint = from; codePoint <= to + 1; codePoint += 1) {
    const inside = codePoint <= to && belongs(String.fromCodePoint(codePoint));
    if (inside) start ??= codePoint;
    else if (start !== null) {
      ranges += range(start, codePoint - 1);
      start = null;
    }
  }
  return ranges;
}

const range = (from: number, to: number): string => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`;
