import { capitalised } from './casing.ts';
import type { Pattern } from './pattern.ts';

export interface SentenceOptions {
  readonly tokens: Pattern;
  readonly known: (word: string) => string | null;
  readonly indicators: readonly string[];
}

/** The words of a text in sentence case, with one space between them, as Vale writes them. */
export function sentenceCase(text: string, { tokens, known, indicators }: SentenceOptions): string {
  const words = tokens.all(text).map((match) => match.text);
  const beginsAnew = (index: number): boolean => {
    const before = words[index - 1] ?? '';
    const indicated = indicators.some((ending) => before.length > ending.length && before.endsWith(ending));
    return index === 0 || indicated || (index === 1 && /\d+\./.test(before));
  };
  return words
    .map(
      (word, index) =>
        known(word) ?? (beginsAnew(index) ? capitalised(word.toLowerCase()) : word.toLowerCase()),
    )
    .join(' ');
}
