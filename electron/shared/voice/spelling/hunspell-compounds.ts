import type { Affixes } from './hunspell-affixes.ts';

/** What a part of a compound must bear, in one place of it. */
export interface PartFlags {
  readonly flags: readonly string[];
  /** Whether it keeps what its word is good for when it has a suffix: at the end. */
  readonly ofStem: boolean;
}

const longestCompound = 60;
const mostParts = 5;

/** Makes the function that says whether a word consists of parts that may stand together, each in its place. */
export function compoundsIn(
  { anywhere, begins, middle, ends, least }: Affixes['compound'],
  isPart: (form: string, wanted: PartFlags) => boolean,
): (word: string) => boolean {
  const at = (place: string, ofStem = false): PartFlags => ({
    flags: [anywhere, place].filter((flag) => flag !== ''),
    ofStem,
  });
  const [first, between, last] = [at(begins), at(middle), at(ends, true)];
  if (first.flags.length === 0 || last.flags.length === 0) return () => false;

  function rest(word: string, parts: number): boolean {
    if (isPart(word, last)) return true;
    return parts > 1 && splits(word, between, parts);
  }
  function splits(word: string, wanted: PartFlags, parts: number): boolean {
    for (let length = least; length <= word.length - least; length += 1)
      if (isPart(word.slice(0, length), wanted) && rest(word.slice(length), parts - 1)) return true;
    return false;
  }
  return (word) =>
    word.length >= 2 * least && word.length <= longestCompound && splits(word, first, mostParts);
}
