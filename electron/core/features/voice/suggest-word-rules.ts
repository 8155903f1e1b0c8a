import type { DateStyle } from '../../../shared/voice/guide-lines.ts';
import type { SuggestedLine } from '../../../shared/voice/suggested-guide.ts';

const everywhere = { channels: [], locales: [] };

/** How one says sorry, as patterns; whole words begin them. */
export const apologies: Readonly<Record<string, readonly string[]>> = {
  en: ['sorry', 'apologise', 'apologize', 'apologies', 'apology'],
  es: ['perdón', 'perdona', 'lo siento', 'lo sentimos', 'disculpa', 'disculpas', 'lamentamos'],
  de: ['Entschuldigung', 'entschuldigen', 'tut uns leid', 'tut mir leid'],
  fr: ['désolé', 'désolée', 'excuses', 'pardon'],
  it: ['scusa', 'scuse', 'ci dispiace', 'mi dispiace'],
  pt: ['desculpa', 'desculpas', 'lamentamos'],
  nl: ['sorry', 'excuses', 'het spijt'],
  ar: ['نعتذر', 'آسف', 'آسفون', 'عذرا'],
};

const productSeen = 3;
const mostProducts = 8;
/** Two words with capitals, or one with a capital inside, in the middle of a sentence. */
const productName = /(?<=[\p{Ll},] )(?:\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+|\p{Lu}\p{Ll}+\p{Lu}\p{L}*)/gu;

/** Names that several replies write alike. */
export function suggestProducts(replies: readonly string[]): SuggestedLine[] {
  const counts = new Map<string, number>();
  for (const text of replies)
    for (const name of new Set(text.match(productName))) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, seen]) => seen >= productSeen)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostProducts)
    .map(([name, seen]) => ({ ...everywhere, kind: 'product', name, wrong: [], seen }));
}

/** A date with slashes counts for the order that it can only be read in. */
const dateLooks: Readonly<Record<DateStyle, RegExp>> = {
  words:
    /\b\d{1,2}(?:st|nd|rd|th)?(?: de|\.)? \p{L}{3,}(?: de)?(?: \d{4})?\b|\b\p{Lu}\p{L}{2,} \d{1,2},? \d{4}\b/u,
  'day-first': /\b(?:1[3-9]|2\d|3[01])\/\d{1,2}\/\d{2,4}\b/,
  'month-first': /\b\d{1,2}\/(?:1[3-9]|2\d|3[01])\/\d{2,4}\b/,
  dots: /\b\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}\b/,
  iso: /\b\d{4}-\d{2}-\d{2}\b/,
};
const months =
  /\b\d{1,2}(?:st|nd|rd|th)?(?: de|\.)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|mär|mai|okt|dez|fév|avr|juin|juil|août|déc)\p{L}*/iu;

/** The way to write a date that is the only one seen. */
export function suggestDate(replies: readonly string[]): SuggestedLine[] {
  const seenOf = (style: DateStyle) =>
    replies.filter((text) => dateLooks[style].test(text) && (style !== 'words' || months.test(text))).length;
  const styles: readonly DateStyle[] = ['words', 'day-first', 'month-first', 'dots', 'iso'];
  const seen = styles.map((style) => ({ style, seen: seenOf(style) })).filter((each) => each.seen > 0);
  const [only] = seen;
  return seen.length === 1 && only && only.seen > 1
    ? [{ ...everywhere, kind: 'date', style: only.style, seen: only.seen }]
    : [];
}

export function suggestNumber(replies: readonly string[]): SuggestedLine[] {
  const seenOf = (pattern: RegExp) => replies.filter((text) => pattern.test(text)).length;
  const [comma, point] = [
    seenOf(/(?<![\d.,])\d+,\d{2}(?![\d.,]*\d)/),
    seenOf(/(?<![\d.,])\d+\.\d{2}(?![\d.,]*\d)/),
  ];
  if (comma + point < 2 || (comma > 0 && point > 0)) return [];
  return [{ ...everywhere, kind: 'number', decimal: comma > 0 ? ',' : '.', seen: comma + point }];
}
