import { describe, expect, test } from 'vitest';
import { momentMeant } from './moment-rules.ts';

// A Saturday afternoon in Madrid: 16:20, one hour before UTC's 15:20 by the clock of winter.
const now = Date.parse('2026-11-21T15:20:30Z');
const inMadrid = { now, timeZone: 'Europe/Madrid' } as const;
const wall = (at: number | null) =>
  at === null
    ? null
    : new Date(at)
        .toLocaleString('sv-SE', { timeZone: 'Europe/Madrid', dateStyle: 'short', timeStyle: 'short' })
        .replace(' ', ' ');

describe('in English', () => {
  test.each([
    ['tomorrow 9', '2026-11-22 09:00'],
    ['Tomorrow at 9', '2026-11-22 09:00'],
    ['tomorrow', '2026-11-22 09:00'],
    ['tomorrow 3', '2026-11-22 15:00'],
    ['tomorrow 3am', '2026-11-22 03:00'],
    ['tomorrow at 12am', '2026-11-22 00:00'],
    ['tomorrow at noon', '2026-11-22 12:00'],
    ['9 tomorrow', '2026-11-22 09:00'],
    ['tomorrow morning', '2026-11-22 09:00'],
    ['tomorrow 8 in the evening', '2026-11-22 20:00'],
    ['day after tomorrow', '2026-11-23 09:00'],
    ['monday', '2026-11-23 09:00'],
    ['next Monday', '2026-11-23 09:00'],
    ['next friday 14:30', '2026-11-27 14:30'],
    ['saturday', '2026-11-28 09:00'],
    ['the weekend', '2026-11-28 09:00'],
    ['next week', '2026-11-23 09:00'],
    ['next month', '2026-12-01 09:00'],
    ['in 3 hours', '2026-11-21 19:21'],
    ['3h', '2026-11-21 19:21'],
    ['an hour', '2026-11-21 17:21'],
    ['20 minutes', '2026-11-21 16:41'],
    ['in 2 days', '2026-11-23 09:00'],
    ['two weeks', '2026-12-05 09:00'],
    ['later today', '2026-11-21 19:21'],
    ['today', '2026-11-21 19:21'],
    ['today 18:00', '2026-11-21 18:00'],
    ['tonight', '2026-11-21 20:00'],
    ['this evening', '2026-11-21 18:00'],
    ['9', '2026-11-22 09:00'],
    ['5pm', '2026-11-21 17:00'],
    ['3 December', '2026-12-03 09:00'],
    ['Dec 3rd at 10:15', '2026-12-03 10:15'],
    ['1 march', '2027-03-01 09:00'],
    ['2026-12-24 8:30', '2026-12-24 08:30'],
  ])('%s', (text, expected) =>
    expect(wall(momentMeant(text, { ...inMadrid, language: 'en' }))).toBe(expected),
  );

  test.each([
    ['', 'nothing'],
    ['when pigs fly', 'no time'],
    ['tomorrow 25', 'no such hour'],
    ['tomorrow 9 perhaps', 'a word more'],
    ['31 november', 'no such day'],
    ['today 9:00', 'in the past'],
    ['2026-01-01', 'in the past'],
    ['yesterday', 'in the past'],
    ['monday tuesday', 'two days'],
  ])('%j is refused: %s', (text) => expect(momentMeant(text, { ...inMadrid, language: 'en' })).toBeNull());
});

describe('in Spanish', () => {
  test.each([
    ['mañana 9', '2026-11-22 09:00'],
    ['mañana a las 9', '2026-11-22 09:00'],
    ['mañana por la mañana', '2026-11-22 09:00'],
    ['mañana a las 4 de la tarde', '2026-11-22 16:00'],
    ['pasado mañana', '2026-11-23 09:00'],
    ['el lunes', '2026-11-23 09:00'],
    ['próximo viernes 14:30', '2026-11-27 14:30'],
    ['la próxima semana', '2026-11-23 09:00'],
    ['la semana que viene', '2026-11-23 09:00'],
    ['dentro de 2 horas', '2026-11-21 18:21'],
    ['esta noche', '2026-11-21 20:00'],
    ['3 de diciembre', '2026-12-03 09:00'],
    ['el fin de semana', '2026-11-28 09:00'],
    ['tomorrow 9', '2026-11-22 09:00'],
  ])('%s', (text, expected) =>
    expect(wall(momentMeant(text, { ...inMadrid, language: 'es' }))).toBe(expected),
  );
});

describe('in Arabic', () => {
  test.each([
    ['غدا 9', '2026-11-22 09:00'],
    ['غدًا الساعة ٩', '2026-11-22 09:00'],
    ['بعد غد', '2026-11-23 09:00'],
    ['الاثنين', '2026-11-23 09:00'],
    ['يوم الاثنين القادم', '2026-11-23 09:00'],
    ['الأسبوع القادم', '2026-11-23 09:00'],
    ['بعد ساعتين', '2026-11-21 18:21'],
    ['بعد ٣ ساعات', '2026-11-21 19:21'],
    ['غدا مساء', '2026-11-22 18:00'],
    ['غدا 4 م', '2026-11-22 16:00'],
    ['الليلة', '2026-11-21 20:00'],
  ])('%s', (text, expected) =>
    expect(wall(momentMeant(text, { ...inMadrid, language: 'ar' }))).toBe(expected),
  );
});

test('on a Monday, Monday is in a week and next Friday is not this one', () => {
  const monday = { now: Date.parse('2026-11-23T08:00:00Z'), timeZone: 'UTC', language: 'en' } as const;
  expect(wall(momentMeant('monday', monday))).toBe('2026-11-30 10:00');
  expect(wall(momentMeant('friday', monday))).toBe('2026-11-27 10:00');
  expect(wall(momentMeant('next friday', monday))).toBe('2026-12-04 10:00');
});

test('an hour that the clock skips is read an hour later', () => {
  const before = {
    now: Date.parse('2026-03-28T12:00:00Z'),
    timeZone: 'Europe/Madrid',
    language: 'en',
  } as const;
  expect(wall(momentMeant('tomorrow 2:30', before))).toBe('2026-03-29 03:30');
});
