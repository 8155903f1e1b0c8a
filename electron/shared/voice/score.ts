import { wordsIn } from './text-measures.ts';

/** A reply is a page of so many words for the formula. */
const wordsOfPage = 75;

/** How a reply stood to the guide: its own words and the findings that were left standing. */
export interface VoiceCounts {
  readonly words: number;
  readonly issues: number;
}

/**
 * Voice score, 0 to 1: (words/75) / ((words/75) + issues) (Acrolinx). Null where nothing was said. Of several replies it
 * is the same of their sums: scores are never averaged.
 */
export function voiceScore({ words, issues }: VoiceCounts): number | null {
  if (words === 0) return null;
  return words / wordsOfPage / (words / wordsOfPage + issues);
}

/** What is divided for the score of some counts, so that those of several clients can be added up. */
export const scoreParts = ({ words, issues }: VoiceCounts): { numerator: number; denominator: number } => ({
  numerator: words / wordsOfPage,
  denominator: words / wordsOfPage + issues,
});

export const countWords = (text: string): number => wordsIn(text).length;
