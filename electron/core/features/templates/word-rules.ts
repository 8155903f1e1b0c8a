const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** A word as it is compared, and as it was written. */
export interface Word {
  readonly stem: string;
  readonly written: string;
}

/** Scripts that write without spaces: there, only a dictionary finds the words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * The words of a text: case, accents and endings of number don't count, numbers and single letters are left out. Where
 * words stand without spaces between them, they are found as Unicode says (UAX 29).
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const segment of segmentsOf(text.toLowerCase())) {
    const bare = bareOf(segment);
    if ((bare.length < 2 && !unspaced.test(bare)) || !/\p{L}/u.test(bare)) continue;
    words.push({ stem: stemOf(bare), written: segment });
  }
  return words;
}

/** Without accents; most words have none, and to be sure of that is quick. */
export const bareOf = (word: string): string =>
  /^[a-z0-9]+$/.test(word) ? word : word.normalize('NFKD').replace(/\p{M}+/gu, '');

function segmentsOf(text: string): string[] {
  // The segmenter takes ten times as long.
  if (!unspaced.test(text)) return text.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? [];
  return [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}

const stemOf = (word: string): string =>
  /\p{Script=Arabic}/u.test(word) ? arabicStem(word) : singular(word);

/** Plural endings alone (the "S stemmer": Harman 1991, How effective is suffixing?); it is right for Spanish as well. */
function singular(word: string): string {
  if (word.length < 4) return word;
  if (/[^ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/[^aeo]es$/.test(word)) return word.slice(0, -1);
  return /[^us]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Articles with what is joined to them, and the commonest endings ("light10": Larkey, Ballesteros and Connell 2007). */
function arabicStem(word: string): string {
  const plain = word.replace(/[أإآ]/g, 'ا').replace(/ى$/, 'ي').replace(/ة$/, 'ه');
  const [, withoutArticle = plain] = /^(?:ال|وال|بال|كال|فال|لل)(.{2,})$/.exec(plain) ?? [];
  const [, bare = withoutArticle] = /^و(.{3,})$/.exec(withoutArticle) ?? [];
  const [, stem = bare] = /^(.{2,}?)(?:ها|ان|ات|ون|ين|يه|ه|ي)$/.exec(bare) ?? [];
  return stem;
}

/** A template's text without what is filled in, and without addresses: what is left are words. */
export const proseOf = (source: string): string =>
  source.replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, ' ').replace(/https?:\/\/\S+|\S+@\S+/g, ' ');
