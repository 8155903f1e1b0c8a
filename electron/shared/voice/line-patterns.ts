import type { DateStyle } from './guide-lines.ts';

/** Words as a pattern: any space between them will do. */
export const literalPattern = (words: string): string =>
  words
    .replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
    .replaceAll(/['’]/g, "['’]")
    .replaceAll(/\s+/g, '\\s+');

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

export const emoji = '[\\x{1F1E6}-\\x{1F1FF}\\x{1F300}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{2B50}\\x{2B55}]';
/** A word of a sentence, with what hangs on it. */
export const anyWord = '[\\p{L}\\p{N}][^\\s]*';

/** Every way to write a date but the others' own; the day and the month can't be told apart by looks alone. */
const dates: Readonly<Record<Exclude<DateStyle, 'words'>, string>> = {
  'day-first': '(?:0?[1-9]|[12]\\d|3[01])/(?:0?[1-9]|1[0-2])/(?:\\d{4}|\\d{2})',
  'month-first': '(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\\d|3[01])/(?:\\d{4}|\\d{2})',
  dots: '(?:0?[1-9]|[12]\\d|3[01])\\.\\s?(?:0?[1-9]|1[0-2])\\.\\s?(?:\\d{4}|\\d{2})?',
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

/** Amounts whose decimals stand behind the other sign. Dates and versions, with a second sign behind them, are none. */
export const wrongNumber = (decimal: ',' | '.'): string => {
  const sign = decimal === '.' ? ',' : '\\.';
  return `(?<![\\d.,/-])\\d+${sign}\\d{1,2}(?![\\d.,/-]*\\d)`;
};

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
];
