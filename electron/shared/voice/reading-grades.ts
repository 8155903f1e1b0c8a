import type { TextMeasures } from './text-measures.ts';

/**
 * The measures of readability that Vale names, each the school year that a text asks for (LIX is a number of its own,
 * from 20, very easy, to 60, very hard).
 */
export const readingGrades: Readonly<Record<string, (measures: TextMeasures) => number>> = {
  /** Kincaid, Fishburne, Rogers and Chissom, 1975. */
  'Flesch-Kincaid': ({ words, sentences, syllables }) =>
    0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59,
  /** Gunning, The Technique of Clear Writing, 1952. */
  'Gunning Fog': ({ words, sentences, complexWords }) =>
    0.4 * (words / sentences + 100 * (complexWords / words)),
  /** Coleman and Liau, 1975: letters and sentences for each hundred words. */
  'Coleman-Liau': ({ words, sentences, characters }) =>
    0.0588 * (characters / words) * 100 - 0.296 * (sentences / words) * 100 - 15.8,
  /** McLaughlin, 1969. */
  SMOG: ({ sentences, polysyllabicWords }) =>
    1.043 * Math.sqrt((polysyllabicWords * 30) / sentences) + 3.1291,
  /** Smith and Senter, 1967. */
  'Automated Readability': ({ words, sentences, characters }) =>
    4.71 * (characters / words) + 0.5 * (words / sentences) - 21.43,
  /** Björnsson, Läsbarhet, 1968. */
  LIX: ({ words, sentences, longWords }) => words / sentences + (longWords * 100) / words,
};

/** The mean of some of the grades; null for a text without words. Names that are not known add nothing, as in Vale. */
export function meanGrade(measures: TextMeasures, names: readonly string[]): number | null {
  if (measures.words === 0 || names.length === 0) return null;
  const grades = names.map(
    (name) => (Object.hasOwn(readingGrades, name) ? readingGrades[name]?.(measures) : 0) ?? 0,
  );
  return grades.reduce((total, grade) => total + grade, 0) / names.length;
}
