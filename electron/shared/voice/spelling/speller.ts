/** A dictionary of one or more languages. Whoever loads it lends it to the engine. */
export interface Speller {
  correct(word: string): boolean;
  /** Words that may have been meant, best first. */
  suggest(word: string): string[];
}
