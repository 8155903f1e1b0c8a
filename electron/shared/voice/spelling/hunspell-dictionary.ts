import { readAffixes, type Affix, type Affixes } from './hunspell-affixes.ts';
import { compoundsIn, type PartFlags } from './hunspell-compounds.ts';

/** A Hunspell dictionary's two files. */
export interface HunspellFiles {
  readonly dic: string;
  readonly aff: string;
}

export interface HunspellDictionary {
  /** Whether it has a word, as it stands or with its affixes, its parts or its case changed. */
  has(word: string): boolean;
}

/** What a form must be good for: to stand by itself (null), or to bear one of some flags. */
type Wanted = PartFlags | null;

const none: readonly never[] = [];
/** A form as an affix would have made it. */
interface Made {
  readonly affix: Affix;
  readonly base: string;
}

/** Of a word that is looked up and one that is listed. */
const longestWord = 100;
/** An affix may be put to a form that an affix has made. */
const mostLevels = 1;
/** More than the largest language needs for one word; what is beyond is nobody's dictionary, and its words are right. */
const mostTries = 50_000;

/**
 * Looks words up in a Hunspell dictionary: it takes affixes off a word until a listed one is left, so that no form has to be
 * made beforehand, and parts compounds (hunspell(5)). Of conversions and of what makes suggestions it knows nothing.
 */
export function readHunspell({ dic, aff }: HunspellFiles): HunspellDictionary {
  const affixes = readAffixes(aff);
  const words = readWords(dic, affixes);
  const [prefixes, suffixes] = [byAddition(affixes.prefixes), byAddition(affixes.suffixes)];
  let tries = 0;

  const listings = (word: string): readonly (readonly string[])[] => words.get(word) ?? none;
  const { needsAffix, onlyInCompound, forbidden } = affixes;
  const stands = (flags: readonly string[]) => !flags.includes(needsAffix) && !flags.includes(onlyInCompound);
  const serves = (wanted: Wanted, flags: readonly string[]) =>
    wanted === null ? stands(flags) : flags.some((flag) => wanted.flags.includes(flag));

  function endsAs(word: string, is: (made: Made) => boolean): boolean {
    for (let length = 0; length <= Math.min(suffixes.longest, word.length); length += 1)
      for (const affix of suffixes.by.get(word.slice(word.length - length)) ?? none) {
        tries += 1;
        if (is({ affix, base: word.slice(0, word.length - length) + affix.strip })) return true;
      }
    return false;
  }
  function beginsAs(word: string, is: (made: Made) => boolean): boolean {
    for (let length = 0; length <= Math.min(prefixes.longest, word.length); length += 1)
      for (const affix of prefixes.by.get(word.slice(0, length)) ?? none) {
        tries += 1;
        if (is({ affix, base: affix.strip + word.slice(length) })) return true;
      }
    return false;
  }
  /** Whether an affix makes a form that serves, of a word with these flags. */
  const makes = (affix: Affix, wanted: Wanted, listed: readonly string[]) =>
    listed.includes(affix.flag) &&
    (serves(wanted, affix.flags) || (wanted?.ofStem === true && serves(wanted, listed)));

  function isForm(word: string, wanted: Wanted, levels: number): boolean {
    if (tries > mostTries) return true;
    return (
      listings(word).some((flags) => serves(wanted, flags)) ||
      endsAs(word, (made) => isMade(made, wanted, levels)) ||
      beginsAs(word, (made) => isMade(made, wanted, levels) || isCrossed(made, wanted))
    );
  }
  function isMade({ affix, base }: Made, wanted: Wanted, levels: number): boolean {
    if (listings(base).some((listed) => makes(affix, wanted, listed))) return affix.fits(base);
    if (levels === 0 || !classes.has(affix.flag)) return false;
    if (!serves(wanted, affix.flags) || !affix.fits(base)) return false;
    return isForm(base, { flags: [affix.flag], ofStem: false }, levels - 1);
  }
  /** A prefix before a word that has a suffix. */
  function isCrossed({ affix: prefix, base }: Made, wanted: Wanted): boolean {
    if (!prefix.crosses || !prefix.fits(base)) return false;
    return endsAs(base, ({ affix: suffix, base: stem }) => {
      const listed = suffix.crosses ? listings(stem) : none;
      const both = listed.some((flags) => flags.includes(prefix.flag) && flags.includes(suffix.flag));
      return both && suffix.fits(stem) && serves(wanted, [...prefix.flags, ...suffix.flags]);
    });
  }
  /** The flags that a form can have been given by an affix: only words of these can take a second one. */
  const classes = new Set([...affixes.prefixes, ...affixes.suffixes].flatMap(({ flags }) => flags));
  const isCompound = compoundsIn(affixes.compound, (part, wanted) => isForm(part, wanted, mostLevels));

  const isWord = (word: string): boolean => {
    if (forbidden !== '' && listings(word).some((flags) => flags.includes(forbidden))) return false;
    return isForm(word, null, mostLevels) || isCompound(word);
  };
  return {
    has(word) {
      if (word.length > longestWord) return true;
      tries = 0;
      return inEveryPart(word, (part) => casesOf(part).some(isWord));
    },
  };
}

/** By its hyphens (hunspell(5), BREAK), unless it is a word as a whole. */
const inEveryPart = (word: string, isWord: (part: string) => boolean): boolean => {
  if (isWord(word)) return true;
  const parts = word.split('-').filter((part) => part !== '');
  return parts.length > 1 && parts.every(isWord);
};

/** A word at the beginning of a sentence, or in capitals, may be one that is written small. */
function casesOf(word: string): string[] {
  const [first = ''] = word;
  const small = first.toLowerCase() + word.slice(first.length);
  if (word !== word.toUpperCase() || word === word.toLowerCase())
    return small === word ? [word] : [word, small];
  const lower = word.toLowerCase();
  return [word, lower, first + lower.slice(first.length)];
}

/** Every listed word with the flags of each of its listings, which may mean different words. */
function readWords(dic: string, { flagsOf }: Affixes): ReadonlyMap<string, readonly (readonly string[])[]> {
  const words = new Map<string, (readonly string[])[]>();
  const read = new Map<string, readonly string[]>();
  for (const line of dic.replace(/^\ufeff?\s*\d+\s*(?:\r\n?|\n)/, '').split(/\r\n?|\n/)) {
    const [, listed = '', written = ''] = /^((?:\\\/|[^/\s])+)(?:\/(\S+))?/.exec(line) ?? [];
    if (listed === '' || listed.length > longestWord || line.startsWith('#')) continue;
    const word = listed.replaceAll('\\/', '/');
    const flags = written === '' ? none : (read.get(written) ?? flagsOf(written));
    read.set(written, flags);
    const known = words.get(word);
    if (known) known.push(flags);
    else words.set(word, [flags]);
  }
  return words;
}

function byAddition(affixes: readonly Affix[]): {
  by: ReadonlyMap<string, readonly Affix[]>;
  longest: number;
} {
  const by = Map.groupBy(affixes, ({ add }) => add);
  return { by, longest: Math.max(0, ...[...by.keys()].map((add) => add.length)) };
}
