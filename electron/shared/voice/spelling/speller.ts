/** A dictionary of one or more languages. Whoever loads it lends it to the engine. */
export interface Speller {
  correct(word: string): boolean;
  /** Words that may have been meant, best first. */
  suggest(word: string): string[];
}

const mostSuggestions = 5;

/** What dictionaries say may have been meant, each word once, those of the first one first. */
export const suggestedBy = (spellers: readonly Speller[], word: string): string[] =>
  [...new Set(spellers.flatMap((each) => each.suggest(word)))].slice(0, mostSuggestions);
