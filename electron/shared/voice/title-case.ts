import { capitalised } from './casing.ts';

/** Words that a title writes small: articles, conjunctions, and prepositions of at most three letters. */
const smallWords: ReadonlySet<string> = new Set(
  'a an the and but nor or if as at by en for in of on per to v v. via vs vs.'.split(' '),
);

/** Longer prepositions: small in Chicago's style, capitalised in AP's. */
const longPrepositions: ReadonlySet<string> = new Set(
  `about above across after against along among around before between beyond concerning despite down during following
   from including into near over since through throughout towards under until upon with within without`.split(
    /\s+/,
  ),
);

export interface TitleOptions {
  readonly chicago: boolean;
  /** How a word of the vocabulary is written, or null for other words. */
  readonly known: (word: string) => string | null;
}

/**
 * A text in title case (vale's `$title`; the rules are those of the AP Stylebook and the Chicago Manual of Style). AP
 * writes `to` large in an infinitive and small before a noun; telling the two apart takes a tagger of parts of speech,
 * so `to` stays as it is written.
 */
export const titleCase = (text: string, { chicago, known }: TitleOptions): string =>
  text.replace(/[\p{N}\p{L}]+[^\s\-/]*/gu, (word, start: number) => {
    const own = known(word);
    if (own !== null) return own;
    const lower = word.toLowerCase();
    const end = start + word.length;
    const small = smallWords.has(lower) || (chicago && longPrepositions.has(lower));
    const outermost = start === 0 || end === text.length;
    if (!small || outermost || !mayBeSmall(text, { start, end })) return capitalised(word);
    return lower === 'to' && !chicago ? word : lower;
  });

/** A small word begins anew after a colon or a dash, and as the first part of a compound. */
function mayBeSmall(text: string, { start, end }: { start: number; end: number }): boolean {
  const before = text.charAt(start - 1);
  const beyond = text.charAt(start - 2);
  if (!/[\s\-/]/.test(before) || beyond === ':' || /[-–—]/.test(beyond)) return false;
  return text.charAt(end) !== '-' || before === '-';
}
