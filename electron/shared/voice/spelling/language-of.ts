import { languageOfLocale } from '../situation.ts';

/** Words that nearly every message of a language has, and few of another's. */
const commonWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: setOf('the and you your for is are we have with this that will not can was our from it to of'),
  es: setOf('el los las y para que por con una está su sus hemos gracias pedido es se lo le nos muy ya del'),
  de: setOf('der die das und ist nicht wir sie für mit ein eine haben bitte ihre ihr auf den dem zu von'),
  fr: setOf('le les et est vous nous pour avec une dans votre vos pas merci sur des du au que qui'),
  it: setOf('il gli e è per con una non che abbiamo grazie suo della del sono ordine di nel'),
  pt: setOf('o os as e é para com uma não que seu sua obrigado do da no na por você'),
  nl: setOf('het een en is niet wij u uw voor met van dat de op bestelling hebben zijn'),
};

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

const scripts: readonly (readonly [string, RegExp])[] = [
  // Letters that Persian has, and Arabic has not, though they look the same.
  ['fa', /[\u06a9\u06cc]/],
  ['ar', /\p{Script=Arabic}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['ru', /\p{Script=Cyrillic}/u],
  ['el', /\p{Script=Greek}/u],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['zh', /\p{Script=Han}/u],
];
/** So many of a language's common words, and so many more than any other's, are proof enough. */
const enough = 3;
const lead = 2;

/**
 * The language of a text by its common words or its script; where it says too little, that of `locale`. A code of two
 * letters, empty where nothing tells.
 */
export function languageOf(text: string, locale: string | null): string {
  const expected = languageOfLocale(locale);
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const latin = words.filter((word) => /\p{Script=Latin}/u.test(word)).length;
  if (words.length > 0 && latin * 2 < words.length)
    return scripts.find(([, script]) => script.test(text))?.[0] ?? expected;
  const counts = Object.entries(commonWords)
    .map(([language, common]) => ({ language, count: words.filter((word) => common.has(word)).length }))
    .toSorted((a, b) => b.count - a.count);
  const [first, second] = counts;
  if (!first || first.count < enough) return expected;
  return first.count - (second?.count ?? 0) >= lead ? first.language : expected || first.language;
}
