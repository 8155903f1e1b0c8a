/** A text as it is compared: no case, no marks, no look-alikes. Offsets lead back to the text as it was written. */
export interface Folded {
  readonly text: string;
  /** Per UTF-16 unit of `text`: where the character that it came from begins and ends. */
  readonly from: readonly number[];
  readonly until: readonly number[];
}

/** A word of a folded text, where it stands in the original. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Letters of other scripts that cannot be told from a Latin one by eye (Unicode TR 39, the ones of whole alphabets). */
const lookAlikes: ReadonlyMap<string, string> = new Map([
  ...pairs('авекмнорстухіјѕһԁԛԝ', 'abekmhopctyxijshdqw'),
  ...pairs('αβεικνορτυχ', 'abeikvoptux'),
  ...pairs('ıɑɡⅼℓոսց', 'iagllnug'),
  ['ø', 'o'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ß', 'ss'],
  // Arabic letters that are written for one another, and those of Persian keyboards.
  ['ة', 'ه'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ک', 'ك'],
  ['ـ', ''],
] as const);

function pairs(from: string, to: string): (readonly [string, string])[] {
  const targets = [...to];
  return [...from].map((letter, index) => [letter, targets[index] ?? letter] as const);
}

/** Marks that stand above or below, soft hyphens, joiners and marks of direction: all that is not seen as a letter. */
const unseen = /[\p{M}\p{Cf}]/gu;
const cache = new Map<string, string>();

function foldCharacter(character: string): string {
  const known = cache.get(character);
  if (known !== undefined) return known;
  const plain = character.normalize('NFKD').replaceAll(unseen, '').toLowerCase();
  const folded = [...plain.normalize('NFKD').replaceAll(unseen, '')]
    .map((letter) => lookAlikes.get(letter) ?? digitOf(letter) ?? letter)
    .join('');
  cache.set(character, folded);
  return folded;
}

/** The ASCII digit of a decimal digit of any script: each script's ten stand together, zero first. */
function digitOf(letter: string): string | undefined {
  if (!/^\p{Nd}$/u.test(letter)) return undefined;
  const code = letter.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

export function fold(text: string): Folded {
  const parts: string[] = [];
  const from: number[] = [];
  const until: number[] = [];
  let at = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    for (let unit = 0; unit < folded.length; unit += 1) {
      from.push(at);
      until.push(at + character.length);
    }
    parts.push(folded);
    at += character.length;
  }
  return { text: parts.join(''), from, until };
}

const word = /[\p{L}\p{N}]+/gu;

/** Runs of letters and digits; what stands between them is no part of a name. */
export const tokensOf = (folded: Folded): Token[] =>
  [...folded.text.matchAll(word)].map(({ 0: found, index }) => ({
    word: found,
    start: folded.from[index] ?? 0,
    end: folded.until[index + found.length - 1] ?? 0,
  }));

export const wordsOf = (text: string): string[] => tokensOf(fold(text)).map((token) => token.word);

/** Digits that are put in the place of letters, in a word that has both. */
export const withoutDigitLetters = (folded: string): string =>
  /\p{L}/u.test(folded) && /\d/.test(folded)
    ? folded.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('3', 'e').replaceAll('5', 's')
    : folded;
