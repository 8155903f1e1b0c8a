/** The languages that there is a dictionary for. */
export const spellingLanguages = ['en', 'es', 'ar'] as const;
export type SpellingLanguage = (typeof spellingLanguages)[number];

/** Those whose dictionary is Hunspell's. */
export type HunspellLanguage = Exclude<SpellingLanguage, 'ar'>;

export const asSpellingLanguage = (language: string | null): SpellingLanguage | null =>
  spellingLanguages.find((known) => known === language) ?? null;
