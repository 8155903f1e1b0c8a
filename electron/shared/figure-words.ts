import type { Figure } from './reports.ts';
import type { Language } from './workspace.ts';

/** Translates a key of `reports.json`. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Western digits in every language, as everywhere in Liaison. */
const localeOf = (language: Language): string => `${language}-u-nu-latn`;

export const numberInWords = (value: number, language: Language): string =>
  new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 }).format(value);

const percentInWords = (value: number, language: Language): string =>
  new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 1 }).format(
    value / 100,
  );

/** The two largest units that say something: "2 days, 3 hr", "3 hr, 12 min", "4 min, 10 sec", "9 sec". */
export function durationInWords(milliseconds: number, language: Language): string {
  const length = Math.round(milliseconds / second) * second;
  const format = (options: Intl.DurationFormatOptions = {}) =>
    new Intl.DurationFormat(localeOf(language), { style: 'short', ...options });
  if (length >= day) {
    return format().format({ days: Math.floor(length / day), hours: Math.floor((length % day) / hour) });
  }
  if (length >= hour) {
    return format().format({
      hours: Math.floor(length / hour),
      minutes: Math.floor((length % hour) / minute),
    });
  }
  const seconds = (length % minute) / second;
  if (length >= minute) return format().format({ minutes: Math.floor(length / minute), seconds });
  return format({ secondsDisplay: 'always' }).format({ seconds });
}

/** "October 24 – November 20, 2026": whole days, whatever time zone the reader sits in. */
export const periodInWords = (
  days: { readonly from: string; readonly to: string },
  language: Language,
): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).formatRange(
    new Date(days.from),
    new Date(days.to),
  );

export const momentInWords = (at: string, where: { language: Language; timeZone: string }): string =>
  new Intl.DateTimeFormat(localeOf(where.language), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: where.timeZone,
  }).format(new Date(at));

function amount(value: number, unit: Figure['unit'], language: Language): string {
  if (unit === 'milliseconds') return durationInWords(value, language);
  return unit === 'percent' ? percentInWords(value, language) : numberInWords(value, language);
}

/** The value as people read it, or that there is none. */
export const figureValue = (figure: Figure, { say, language }: { say: Say; language: Language }): string =>
  figure.value === null ? say('noValue') : amount(figure.value, figure.unit, language);

/** "First response, median". Counts and shares need no word for how they came about. */
export function figureName(figure: Figure, say: Say): string {
  const name = say(`measures.${figure.measure}`);
  return figure.unit === 'milliseconds' ? `${name}: ${say(`statistics.${figure.statistic}`)}` : name;
}

/** Numerator and denominator in words: "12 of 40", "31 times measured, 4 hr in all". */
export function figureCount(figure: Figure, { say, language }: { say: Say; language: Language }): string {
  const { numerator, denominator, statistic } = figure;
  const number = (value: number) => numberInWords(value, language);
  if (statistic === 'count' || statistic === 'share') {
    return say(`words.${statistic}`, { found: number(numerator), of: number(denominator) });
  }
  if (denominator === 0) return say('words.nothing');
  if (statistic === 'mean' || statistic === 'net-score')
    return say(`words.${statistic}`, { count: denominator });
  return say('words.times', { count: denominator, total: durationInWords(numerator, language) });
}

/** Where the true share lies, or null for a figure that isn't a share. */
export function figureInterval(
  figure: Figure,
  { say, language }: { say: Say; language: Language },
): string | null {
  if (!figure.interval) return null;
  const bound = (value: number) => amount(value, figure.unit, language);
  return say('words.interval', { low: bound(figure.interval.low), high: bound(figure.interval.high) });
}
