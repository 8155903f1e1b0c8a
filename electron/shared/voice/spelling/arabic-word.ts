/** Vowel signs and other marks above and below letters, and the stroke that only makes a word longer. */
const marks = /[\u0640\p{Mn}]/gu;
const allArabic = /^[\p{L}&&\p{Script=Arabic}]+$/v;

/** A word as dictionaries have it: without vowel signs and lengthening, each letter one character. */
export const bareArabic = (word: string): string => word.normalize('NFKC').replace(marks, '');

/** Whether a bare word is nothing but Arabic: of a name in other letters, with or without `ال`, no dictionary of it knows. */
export const isArabic = (bare: string): boolean => allArabic.test(bare);

/** What is written together with the word behind it: and, so; with, for, like; the; and the last two as one. */
const proclitics = ['', 'و', 'ف'].flatMap((and) =>
  ['', 'ب', 'ل', 'ك', 'ال', 'بال', 'كال', 'لل'].map((to) => `${and}${to}`),
);
const shortestName = 2;

/** How a term may stand in a text: as it is and, in Arabic, without its marks and behind what is written together with it. */
export function formsOf(word: string): string[] {
  const bare = bareArabic(word);
  if (!isArabic(bare)) return [word];
  return proclitics
    .filter((attached) => bare.startsWith(attached) && bare.length >= attached.length + shortestName)
    .map((attached) => bare.slice(attached.length));
}
