import type { Language } from '../../../shared/workspace.ts';

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month';

/** What people say for a time to come, as it is compared: in small letters, without accents and marks. */
export interface MomentWords {
  /** Phrases for days from today on; the longest that fits is taken. */
  readonly days: Readonly<Record<string, number>>;
  /** The hour that a part of the day stands for. */
  readonly parts: Readonly<Record<string, number>>;
  readonly units: Readonly<Record<string, Unit>>;
  /** Words for a number of units where no figure stands: "an hour". Arabic says "two hours" in one word. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly pairs: Readonly<Record<string, Unit>>;
  readonly next: readonly string[];
  readonly weekend: readonly string[];
  readonly later: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Said for the sound of it. */
  readonly fillers: readonly string[];
}

const english: MomentWords = {
  days: { today: 0, tomorrow: 1, tmrw: 1, tmr: 1, 'day after tomorrow': 2 },
  parts: { morning: 9, noon: 12, midday: 12, afternoon: 14, evening: 18, tonight: 20, night: 20 },
  units: {
    ...{ m: 'minute', min: 'minute', mins: 'minute', minute: 'minute', minutes: 'minute' },
    ...{ h: 'hour', hr: 'hour', hrs: 'hour', hour: 'hour', hours: 'hour', d: 'day', day: 'day', days: 'day' },
    ...{ w: 'week', week: 'week', weeks: 'week', month: 'month', months: 'month' },
  },
  numbers: { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, ten: 10 },
  pairs: {},
  next: ['next'],
  weekend: ['weekend'],
  later: ['later', 'later today'],
  before: ['am', 'a.m.'],
  after: ['pm', 'p.m.'],
  fillers: ['in', 'on', 'at', 'the', 'this', 'of', 'by', 'until', 'coming', "o'clock", 'from now'],
};

const spanish: MomentWords = {
  days: { hoy: 0, manana: 1, 'pasado manana': 2 },
  parts: { 'por la manana': 9, 'de la manana': 9, mediodia: 12, tarde: 16, noche: 20 },
  units: {
    ...{ min: 'minute', minuto: 'minute', minutos: 'minute', h: 'hour', hora: 'hour', horas: 'hour' },
    ...{ dia: 'day', dias: 'day', semana: 'week', semanas: 'week', mes: 'month', meses: 'month' },
  },
  numbers: { un: 1, una: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, diez: 10 },
  pairs: {},
  next: ['proximo', 'proxima', 'que viene', 'siguiente'],
  weekend: ['fin de semana'],
  later: ['luego', 'mas tarde'],
  before: ['am', 'a.m.'],
  after: ['pm', 'p.m.'],
  fillers: ['en', 'dentro', 'de', 'del', 'a', 'al', 'la', 'las', 'el', 'este', 'esta', 'por', 'hasta'],
};

const arabic: MomentWords = {
  days: { اليوم: 0, 'بعد يوم': 1, غدا: 1, بكره: 1, بكرة: 1, 'بعد غد': 2, 'بعد بكره': 2, 'بعد بكرة': 2 },
  parts: { صباحا: 9, الصباح: 9, ظهرا: 12, الظهر: 12, عصرا: 16, العصر: 16, مساء: 18, المساء: 18, الليلة: 20 },
  units: {
    ...{ دقيقة: 'minute', دقائق: 'minute', ساعة: 'hour', ساعات: 'hour', ايام: 'day' },
    ...{ اسبوع: 'week', اسابيع: 'week', شهر: 'month', اشهر: 'month', شهور: 'month' },
    ...{ الاسبوع: 'week', الشهر: 'month', يوما: 'day' },
  },
  numbers: { ثلاث: 3, ثلاثة: 3, اربع: 4, اربعة: 4, خمس: 5, خمسة: 5, ست: 6, ستة: 6, عشر: 10, عشرة: 10 },
  pairs: {
    دقيقتين: 'minute',
    ساعتين: 'hour',
    يومين: 'day',
    اسبوعين: 'week',
    شهرين: 'month',
  },
  next: ['القادم', 'القادمة', 'المقبل', 'المقبلة'],
  weekend: ['نهاية الاسبوع'],
  later: ['لاحقا'],
  before: ['ص'],
  after: ['م'],
  fillers: ['بعد', 'في', 'يوم', 'الساعة', 'حتى', 'خلال'],
};

export const momentWords: Readonly<Record<Language, MomentWords>> = { en: english, es: spanish, ar: arabic };
