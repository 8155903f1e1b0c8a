import type { Instant } from '../../electron/shared/time.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Western digits in every language: order numbers, times and amounts are read aloud to customers as they stand. */
const intlLocale = (language: string): string => `${language}-u-nu-latn`;

const cache = new Map<string, unknown>();
/** Intl objects cost a tenth of a millisecond each to make; a list makes thousands. */
function cached<Format>(key: string, make: () => Format): Format {
  const found = cache.get(key);
  if (found !== undefined) return found as Format;
  const made = make();
  cache.set(key, made);
  return made;
}

export interface Formats {
  number(value: number): string;
  percent(share: number): string;
  /** The largest whole unit: "45 sec", "12 min", "3 hr", "2 days". Milliseconds. */
  duration(milliseconds: number): string;
  /** Where one proves: from an hour on with the next smaller unit, "1 hr 59 min", "3 days 4 hr". Milliseconds. */
  exactDuration(milliseconds: number): string;
  /** "now", for what is less than a minute ago. */
  now(): string;
  /** Bytes, in the unit a person would say. */
  size(bytes: number): string;
  /** Where one acts: time today, else day and month, with the year where it is another one. */
  shortTime(at: Instant, now: number, timeZone?: string): string;
  /** Where one proves: date, time and zone. */
  exactTime(at: Instant, timeZone?: string): string;
  /** From one moment to another in one zone, said once where they share a day. */
  span(from: Instant, to: Instant, timeZone: string): string;
  /** Days from the first to the last, both included: `YYYY-MM-DD`. */
  days(first: string, last: string): string;
  list(parts: readonly string[]): string;
}

/** Numbers, dates and durations in the operator's language; times in the client's zone where one is given. */
export function createFormats(language: string): Formats {
  const locale = intlLocale(language);
  const number = (options: Intl.NumberFormatOptions) =>
    cached(`${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options));
  const date = (options: Intl.DateTimeFormatOptions) =>
    cached(`${locale} date ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));
  const unit = (value: number, name: string) =>
    number({ style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 0 }).format(value);
  function duration(milliseconds: number): string {
    const length = Math.max(0, milliseconds);
    if (length < minute) return unit(Math.floor(length / second), 'second');
    if (length < hour) return unit(Math.floor(length / minute), 'minute');
    if (length < 2 * day) return unit(Math.floor(length / hour), 'hour');
    return unit(Math.floor(length / day), 'day');
  }

  return {
    number: (value) => number({}).format(value),
    percent: (share) => number({ style: 'percent', maximumFractionDigits: 0 }).format(share),
    duration,
    exactDuration(milliseconds) {
      const length = Math.max(0, milliseconds);
      if (length < hour) return duration(length);
      const [large, name, small, smaller] =
        length < 2 * day
          ? ([hour, 'hour', minute, 'minute'] as const)
          : ([day, 'day', hour, 'hour'] as const);
      const rest = Math.floor((length % large) / small);
      const parts = [unit(Math.floor(length / large), name), ...(rest > 0 ? [unit(rest, smaller)] : [])];
      return cached(
        `${locale} units`,
        () => new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }),
      ).format(parts);
    },
    now: () =>
      cached(`${locale} relative`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })).format(
        0,
        'second',
      ),
    size(bytes) {
      const [scale, name] = bytes < 1e3 ? [1, 'byte'] : bytes < 1e6 ? [1e3, 'kilobyte'] : [1e6, 'megabyte'];
      // English shortens "bytes" to "byte", whatever the number.
      const unitDisplay = name === 'byte' ? 'long' : 'short';
      const options = { style: 'unit', unit: name, unitDisplay, maximumFractionDigits: 1 } as const;
      return number(options).format(bytes / scale);
    },
    shortTime(at, now, timeZone) {
      const moment = new Date(at);
      const zone = timeZone === undefined ? {} : { timeZone };
      const dayOf = (when: Date) => date({ dateStyle: 'short', ...zone }).format(when);
      if (dayOf(moment) === dayOf(new Date(now))) return date({ timeStyle: 'short', ...zone }).format(moment);
      const sameYear = moment.getUTCFullYear() === new Date(now).getUTCFullYear();
      const dated = { day: 'numeric', month: 'short', ...zone } as const;
      return date(sameYear ? dated : { ...dated, year: 'numeric' }).format(moment);
    },
    exactTime(at, timeZone) {
      const zone = timeZone === undefined ? {} : { timeZone };
      const options: Intl.DateTimeFormatOptions = {
        ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
        ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
        ...zone,
      };
      return date(options).format(new Date(at));
    },
    span(from, to, timeZone) {
      const onDay = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
      const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short', timeZone } as const;
      const [start, end] = [new Date(from), new Date(to)];
      return end < start
        ? date({ ...onDay, ...time }).format(start)
        : date({ ...onDay, ...time }).formatRange(start, end);
    },
    days(first, last) {
      const [start, end] = [new Date(`${first}T00:00Z`), new Date(`${last}T00:00Z`)];
      const whole = date({ dateStyle: 'full', timeZone: 'UTC' });
      return end <= start ? whole.format(start) : whole.formatRange(start, end);
    },
    list: (parts) =>
      cached(`${locale} list`, () => new Intl.ListFormat(locale, { type: 'conjunction' })).format(parts),
  };
}
