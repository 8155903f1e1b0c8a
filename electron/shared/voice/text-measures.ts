import { paragraphsIn, sentencesIn } from './sentences.ts';
import { syllablesIn } from './syllables.ts';

/** Counts of a text, from which reading grades and `metric` formulas are made. */
export interface TextMeasures {
  readonly paragraphs: number;
  readonly sentences: number;
  readonly words: number;
  /** Letters and digits of the words. */
  readonly characters: number;
  readonly syllables: number;
  /** Words of more than six letters (Björnsson, for LIX). */
  readonly longWords: number;
  /** Words of more than two syllables. */
  readonly polysyllabicWords: number;
  /** Those that are still so without `-es`, `-ed` or `-ing` (Gunning). */
  readonly complexWords: number;
}

const everyWord = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
const longestShortWord = 6;

/** Words of a text: letters and digits, joined by apostrophes, full stops or hyphens inside. */
export const wordsIn = (text: string): string[] => text.match(everyWord) ?? [];

export function measureText(text: string): TextMeasures {
  const paragraphs = paragraphsIn(text);
  const sentences = paragraphs.flatMap((paragraph) => sentencesIn(paragraph.text));
  const words = sentences.flatMap((sentence) => wordsIn(sentence.text));
  const syllables = words.map(syllablesIn);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    paragraphs: paragraphs.length,
    sentences: sentences.length,
    words: words.length,
    characters: sum(words.map((word) => word.match(/[\p{L}\p{N}]/gu)?.length ?? 0)),
    syllables: sum(syllables),
    longWords: words.filter((word) => [...word].length > longestShortWord).length,
    polysyllabicWords: syllables.filter((count) => count > 2).length,
    complexWords: words.filter((word, index) => isComplex(word, syllables[index] ?? 0)).length,
  };
}

const isComplex = (word: string, syllables: number): boolean =>
  syllables - (/.(?:es|ed|ing)$/i.test(word) ? 1 : 0) > 2;
