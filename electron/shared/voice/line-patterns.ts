import { exactPattern } from './exact-pattern.ts';
import type { DateStyle } from './guide-lines.ts';

/** Words as a pattern: any space between them will do. */
export const literalPattern = (words: string): string =>
  exactPattern(words).replaceAll(/['’]/g, "['’]").replaceAll(/\s+/g, '\\s+');

/** Word borders, where the words begin or end with a letter; a greeting may end with a comma. */
export function bounded(words: string): string {
  const isWord = (letter: string | undefined) => /[\p{L}\p{N}_]/u.test(letter ?? '');
  const letters = [...words];
  return `${isWord(letters[0]) ? '\\b' : ''}${literalPattern(words)}${isWord(letters.at(-1)) ? '\\b' : ''}`;
}

/** A greeting or a sign-off: `{name}` is a few words of the same line. */
export const openPattern = (text: string): string =>
  text
    .split(/\{[^{}]*\}/)
    .map(literalPattern)
    .join('[^\\n]{1,60}?')
    .replace(/,$/, ',?');

/** Less than this is not yet a reply that could lack anything. */
const shortestReply = 20;
export const tooShort = `\\A[\\s\\S]{1,${shortestReply}}\\z`;

/** Pictures by themselves (Unicode's emoji-data.txt), and signs that a selector makes pictures of. */
const picture =
  '[\\x{1F004}\\x{1F0CF}\\x{1F170}-\\x{1F19A}\\x{1F201}-\\x{1F251}\\x{1F300}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{231A}\\x{231B}\\x{23E9}-\\x{23F3}\\x{25FD}\\x{25FE}\\x{2B1B}\\x{2B1C}\\x{2B50}\\x{2B55}]';
const sign =
  '[\\x{A9}\\x{AE}\\x{203C}\\x{2049}\\x{2122}\\x{2139}\\x{2190}-\\x{21FF}\\x{23CF}\\x{23F8}-\\x{23FA}\\x{24C2}\\x{25A0}-\\x{25FF}\\x{2900}-\\x{297F}\\x{2B00}-\\x{2BFF}\\x{3030}\\x{303D}\\x{3297}\\x{3299}]\\x{FE0F}';
/** With its colour of skin, and the letters that tell a flag of a part of a country. */
const one = `(?:${picture}|${sign})[\\x{FE0F}\\x{1F3FB}-\\x{1F3FF}\\x{E0020}-\\x{E007F}]*`;
/** A flag, a family or a key is one, however many characters it is written with (UTS #51). */
export const emoji = `(?:[\\x{1F1E6}-\\x{1F1FF}]{1,2}|[0-9#*]\\x{FE0F}?\\x{20E3}|${one}(?:\\x{200D}${one})*)`;
/** A word of a sentence, with what hangs on it. */
export const anyWord = '[\\p{L}\\p{N}][^\\s]*';

/** Every way to write a date but the others' own; the day and the month can't be told apart by looks alone. */
const dates: Readonly<Record<Exclude<DateStyle, 'words'>, string>> = {
  'day-first': '(?:0?[1-9]|[12]\\d|3[01])/(?:0?[1-9]|1[0-2])/(?:\\d{4}|\\d{2})',
  'month-first': '(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\\d|3[01])/(?:\\d{4}|\\d{2})',
  // Without a year it is a date in the middle of a sentence: "1.5." at the end of one is a number.
  dots: '(?:0?[1-9]|[12]\\d|3[01])\\.\\s?(?:0?[1-9]|1[0-2])\\.(?:\\s?(?:\\d{4}|\\d{2})|(?=\\s+(?-i:\\p{Ll})))',
  iso: '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])',
};
const anySlashes = '\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d{2})';

/** What is no date of a style, as patterns. */
export function wrongDates(style: DateStyle): string[] {
  const slashes = style === 'day-first' || style === 'month-first' ? [] : [anySlashes];
  const others = (['dots', 'iso'] as const).filter((other) => other !== style).map((other) => dates[other]);
  const swapped =
    style === 'day-first'
      ? [`(?!${dates['day-first']})${anySlashes}`]
      : style === 'month-first'
        ? [`(?!${dates['month-first']})${anySlashes}`]
        : [];
  return [...slashes, ...others, ...swapped].map((pattern) => `(?<![\\d./-])${pattern}(?![\\d/-])`);
}

/**
 * Amounts whose decimals stand behind the other sign, with thousands set apart by this one or not. Dates and versions, with
 * a second sign behind them, are none.
 */
export const wrongNumber = (decimal: ',' | '.'): string => {
  const [own, other] = decimal === '.' ? ['\\.', ','] : [',', '\\.'];
  return `(?<![\\d.,/-])\\d+(?:${own}\\d{3})*${other}\\d{1,2}(?![\\d.,/-]*\\d)`;
};

/**
 * What somebody wrote in brackets to be filled in: an instruction (`[insert order number]`, `[your name]`) or what belongs
 * there (`[date]`). A domain, a citation, a key or a button's name is neither; the text of a link is its own.
 */
const instructions: readonly string[] = [
  '(?:insert|enter|fill in|type|put|add) (?:the |your |a |an |customer |order )?(?:name|number|date|amount|address|link|reason|code|text|details?)\\b[^\\[\\]\\n]{0,40}',
  'your (?:\\p{L}+ ){0,2}(?:name|number|date|amount|address|title|signature|team)',
  "(?:customer|client|order|tracking|ticket|invoice|first|last|full)?(?:[ ’']s?)? ?(?:name|number|date|amount)",
  '(?:inserta|introduce|escribe|indica|añade|rellena)r? [^\\[\\]\\n]{1,40}',
  '(?:tu |su )?(?:nombre|número|fecha|importe)(?: (?:del?|de la) \\p{L}+){0,2}',
  '(?:أدخل|أضف|اكتب|ضع) [^\\[\\]\\n]{1,40}',
  '(?:اسم|رقم|تاريخ|مبلغ)(?: \\p{L}+){0,2}',
];

/** What templates and tools leave behind. */
export const leftOvers: readonly string[] = [
  '\\{\\{[^{}\\n]{0,80}\\}\\}?',
  '\\{%[^{}\\n]{0,80}%\\}',
  '<<[^<>\\n]{1,80}>>',
  '\\bX{3,}\\b',
  '\\b(?i:lorem ipsum)\\b',
  '\\b(?:undefined|null|NaN)\\b(?=[ ,.!?\\n]|\\z)',
  '(?<=[\\p{L}\\p{N}])[^\\S\\n]+,',
  ',,+',
  ...instructions.map((words) => `\\[(?i:${words})\\](?!\\()`),
];
