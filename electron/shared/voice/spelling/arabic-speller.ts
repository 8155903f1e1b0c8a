import { bareArabic, isArabic } from './arabic-word.ts';
import { nearWords, type EditCosts } from './near-words.ts';
import type { Speller } from './speller.ts';
import { readTrie, type WordTrie } from './word-trie.ts';

const anyChange = 100;
/** Letters that are taken for each other, dearest last: the seats of the hamza, and the two that look like another at a word's end. */
const confused: readonly (readonly [cost: number, letters: string])[] = [
  [20, 'اإ'],
  [20, 'ةه'],
  [20, 'ىي'],
  [25, 'اأ'],
  [30, 'أإ'],
  [40, 'اآأ'],
  [40, 'ءئؤأإ'],
  [40, 'ؤو'],
  [40, 'ئيى'],
  [40, 'ضظ'],
  [60, 'ذزدظ'],
  [60, 'تطث'],
  [60, 'سصث'],
  [70, 'قك'],
  [70, 'حه'],
];
/** Long vowels, and the hamza by itself: the letters that are forgotten, or heard where there are none. */
const weak = codesOf('اويء');
const weakCost = 60;
const weakTooMany = 55;
const doubledCost = 50;
const swapCost = 75;
/** These end a word: with more behind them two words were written as one. */
const endsWords = /^(.*[ةى])(\p{L}+)$/u;

const most = 5;
const limit = 200;

function codesOf(letters: string): ReadonlySet<number> {
  return new Set(Array.from(letters, (letter) => letter.charCodeAt(0)));
}

const pairOf = (a: number, b: number): number => Math.min(a, b) * 0x1_0000 + Math.max(a, b);

const pairCosts = new Map(
  confused
    .toReversed()
    .flatMap(([cost, letters]) =>
      [...codesOf(letters)].flatMap((a) => [...codesOf(letters)].map((b) => [pairOf(a, b), cost] as const)),
    ),
);

const costs: EditCosts = {
  forgotten: (letter) => (weak.has(letter) ? weakCost : anyChange),
  tooMany(letter, before) {
    if (letter === before) return doubledCost;
    return weak.has(letter) ? weakTooMany : anyChange;
  },
  replaced: (written, meant) => pairCosts.get(pairOf(written, meant)) ?? anyChange,
  swapped: swapCost,
};

/**
 * Looks Arabic words up in Ayaspell's dictionary, which has them with what is attached to them in front and behind.
 * Vowel signs and lengthening make no difference; a word with letters of another writing is no word of its.
 *
 * @param dictionary the text of `ar.trie`
 */
export function createArabicSpeller(dictionary: string): Speller {
  const trie = readTrie(dictionary);
  return {
    correct(word) {
      const bare = bareArabic(word);
      return !isArabic(bare) || trie.has(bare);
    },
    suggest(word) {
      const bare = bareArabic(word);
      const near = nearWords(trie, bare, { costs, most, limit }).map((each) => each.word);
      return [...apart(trie, bare), ...near].slice(0, most);
    },
  };
}

function apart(trie: WordTrie, bare: string): string[] {
  const [, first = '', second = ''] = endsWords.exec(bare) ?? [];
  return trie.has(first) && trie.has(second) ? [`${first} ${second}`] : [];
}
