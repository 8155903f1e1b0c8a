/** The languages that there is a dictionary for. */
export const spellingLanguages = ['en', 'es'] as const;
export type SpellingLanguage = (typeof spellingLanguages)[number];

export const asSpellingLanguage = (language: string | null): SpellingLanguage | null =>
  spellingLanguages.find((known) => known === language) ?? null;
