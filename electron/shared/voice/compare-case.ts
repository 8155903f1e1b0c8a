import type { Exceptions } from './exceptions.ts';
import type { Pattern } from './pattern.ts';

/** How a text should be written, and whether it is. */
export interface Judgement {
  readonly expected: string;
  readonly right: boolean;
}

interface Comparison {
  readonly text: string;
  readonly expected: string;
  readonly words: Pattern;
  readonly exceptions: Exceptions;
  readonly threshold: number;
}

/** A title is right when enough of its words are; a word in capitals always is. */
export function compareTitle({ words, exceptions, threshold, text, expected }: Comparison): Judgement {
  const wanted = words.all(expected);
  const found = words.all(text);
  const right = found.filter(
    ({ text: word }, index) =>
      index >= wanted.length ||
      word === wanted[index]?.text ||
      exceptions.holds(word) ||
      word === word.toUpperCase(),
  );
  return { expected, right: found.length === 0 || right.length / found.length >= threshold };
}

/** The first word of a sentence must be right, and enough of all of them. */
export function compareSentence({ words, exceptions, threshold, text, expected }: Comparison): Judgement {
  const wanted = words.all(expected);
  const found = words.all(text);
  let right = 0;
  for (const [index, { text: word }] of found.entries()) {
    const fine = index >= wanted.length || word === wanted[index]?.text || exceptions.holds(word);
    if (!fine && index === 0 && word !== titled(word)) return { expected, right: false };
    if (fine) right += 1;
  }
  return { expected, right: found.length === 0 || right / found.length >= threshold };
}

/** Go's `strings.Title` of the lower case: every part of a compound is capitalised. */
const titled = (word: string): string =>
  word
    .toLowerCase()
    .replace(
      /(^|[^\p{L}\p{N}_'’])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
