import { wordsOf } from './folding-rules.ts';

/** Fewer words than these are said everywhere: that they stand elsewhere too proves nothing. */
const fewestWords = 8;
/** A passage of this many words is looked for. */
const passageWords = 10;

/** Words from the middle of a pasted text, where no greeting and no name stands; null where it is too short to tell. */
export function passageOf(text: string): readonly string[] | null {
  const words = wordsAsIndexed(text);
  if (words.length < fewestWords) return null;
  const start = Math.max(0, Math.floor((words.length - passageWords) / 2));
  return words.slice(start, start + passageWords);
}

/** Words as the full-text index cuts them: it folds by itself, so only what is no letter or figure is taken out. */
const wordsAsIndexed = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? wordsOf(text);
