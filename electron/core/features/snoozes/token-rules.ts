import type { Language } from '../../../shared/workspace.ts';
import { momentWords, type Unit } from './word-rules.ts';

/** One thing somebody said about a time to come. */
export type Token =
  | { readonly kind: 'days'; readonly count: number }
  | { readonly kind: 'weekday'; /** 1 is Monday. */ readonly day: number }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'clock'; readonly hour: number; readonly minute: number }
  | { readonly kind: 'date'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: 'unit'; readonly unit: Unit }
  | { readonly kind: 'pair'; readonly unit: Unit }
  | { readonly kind: 'part'; readonly hour: number }
  | { readonly kind: 'half'; readonly after: boolean }
  | { readonly kind: 'next' | 'weekend' | 'later' };

type Dictionary = ReadonlyMap<string, Token | 'filler'>;

/** Longest phrase first is what decides between "mañana" and "pasado mañana". */
const mostWordsInPhrase = 3;

/** As words are compared: no capitals, accents, vowel marks or hamza; Western figures. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u{640}]/gu, '')
    .replaceAll(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
    .toLowerCase();

/** Every word of the text as a token, or null where one is not understood: half a time is no time. */
export function tokensOf(text: string, language: Language): Token[] | null {
  const words = split(plain(text));
  const dictionary = dictionaryOf(language);
  const tokens: Token[] = [];
  for (let at = 0; at < words.length;) {
    const found = phraseAt(words, { at, dictionary }) ?? figureAt(words[at] ?? '');
    if (!found) return null;
    if (found.token !== 'filler') tokens.push(found.token);
    at += found.words;
  }
  return tokens;
}

/** "3h", "9am": a figure and what it counts are two words. */
const split = (text: string): string[] =>
  text
    .replaceAll(/(?<figure>\d)(?!(?:st|nd|rd|th)\b)(?<word>\p{L})/gu, '$<figure> $<word>')
    .split(/[\s,،]+/u)
    .filter((word) => word !== '');

function phraseAt(words: readonly string[], { at, dictionary }: { at: number; dictionary: Dictionary }) {
  for (let count = mostWordsInPhrase; count > 0; count -= 1) {
    const token = dictionary.get(words.slice(at, at + count).join(' '));
    if (token && at + count <= words.length) return { token, words: count };
  }
  return null;
}

function figureAt(word: string): { token: Token; words: 1 } | null {
  const date = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/u.exec(word)?.groups;
  if (date)
    return one({ kind: 'date', year: int(date['year']), month: int(date['month']), day: int(date['day']) });
  const clock = /^(?<hour>\d{1,2})[:.](?<minute>\d{2})$/u.exec(word)?.groups;
  if (clock) return one({ kind: 'clock', hour: int(clock['hour']), minute: int(clock['minute']) });
  const number = /^(?<value>\d{1,4})(?:st|nd|rd|th)?$/u.exec(word)?.groups;
  return number ? one({ kind: 'number', value: int(number['value']) }) : null;
}

const one = (token: Token): { token: Token; words: 1 } => ({ token, words: 1 });
const int = (digits: string | undefined): number => Number.parseInt(digits ?? '', 10);

const dictionaries = new Map<Language, Dictionary>();

function dictionaryOf(language: Language): Dictionary {
  const made = dictionaries.get(language) ?? makeDictionary(language);
  dictionaries.set(language, made);
  return made;
}

function makeDictionary(language: Language): Dictionary {
  const words = momentWords[language];
  const made = new Map<string, Token | 'filler'>(calendarNames(language));
  const add = (phrase: string, token: Token | 'filler') => made.set(plain(phrase), token);
  for (const phrase of words.fillers) add(phrase, 'filler');
  for (const [phrase, unit] of Object.entries(words.units)) add(phrase, { kind: 'unit', unit });
  for (const [phrase, unit] of Object.entries(words.pairs)) add(phrase, { kind: 'pair', unit });
  for (const [phrase, value] of Object.entries(words.numbers)) add(phrase, { kind: 'number', value });
  for (const [phrase, hour] of Object.entries(words.parts)) add(phrase, { kind: 'part', hour });
  for (const [phrase, count] of Object.entries(words.days)) add(phrase, { kind: 'days', count });
  for (const phrase of words.before) add(phrase, { kind: 'half', after: false });
  for (const phrase of words.after) add(phrase, { kind: 'half', after: true });
  for (const kind of ['next', 'weekend', 'later'] as const) {
    for (const phrase of words[kind]) add(phrase, { kind });
  }
  return made;
}

/** Weekdays and months by their own names in the language, whole and short. */
function* calendarNames(language: Language): Generator<[string, Token]> {
  const monday = Date.UTC(2024, 0, 1);
  for (const width of ['short', 'long'] as const) {
    const weekday = new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' });
    const month = new Intl.DateTimeFormat(language, { month: width, timeZone: 'UTC' });
    for (let day = 1; day <= 7; day += 1)
      yield [named(weekday.format(monday + (day - 1) * 86_400_000)), { kind: 'weekday', day }];
    for (let index = 1; index <= 12; index += 1)
      yield [named(month.format(Date.UTC(2024, index - 1, 1))), { kind: 'month', month: index }];
  }
}

const named = (name: string): string => plain(name).replace(/\.$/u, '');
