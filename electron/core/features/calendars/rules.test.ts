import { describe, expect, test } from 'vitest';
import type { WeeklyHours } from '../../../shared/clients.ts';
import { momentOf, startOfDay } from './day-rules.ts';
import { businessMilliseconds, businessMoment, nextOpening, openingsOf, type Calendar } from './rules.ts';

const hour = 3_600_000;
const utc = (text: string) => Date.parse(`${text}Z`);
const open = (from: string, to: string) => [{ from, to }];
const week = (monday: WeeklyHours[number], rest: WeeklyHours[number] = monday): WeeklyHours => [
  monday,
  rest,
  rest,
  rest,
  rest,
  [],
  [],
];

const aCalendar = (change: Partial<Calendar> = {}): Calendar => ({
  version: 1,
  effectiveFrom: 0,
  timeZone: 'Etc/UTC',
  weeklyHours: week(open('09:00', '17:00')),
  holidays: [],
  ...change,
});
const hoursIn = (calendars: readonly Calendar[], from: string, to: string) =>
  (businessMilliseconds(calendars, { from: utc(from), to: utc(to) }) ?? Number.NaN) / hour;

test('zendesk/biz default fixture: 39.5 h in the week 2006-01-01 to 2006-01-08', () => {
  const [long, short] = [open('09:00', '17:00'), open('10:00', '16:00')];
  const calendar = aCalendar({ weeklyHours: [long, short, long, short, long, open('11:00', '14:30'), []] });
  expect(hoursIn([calendar], '2006-01-01T00:00', '2006-01-08T00:00')).toBe(39.5);
});

test('sla-timer 6: Mon-Fri 9-17, Friday 16:58:00 to Monday 09:01:01 is 181 s', () => {
  const span = { from: utc('2024-03-01T16:58:00'), to: utc('2024-03-04T09:01:01') };
  expect(businessMilliseconds([aCalendar()], span)).toBe(181_000);
});

describe('clock changes', () => {
  const timeZone = 'America/Los_Angeles';
  const everyDay = (from: string, to: string) =>
    aCalendar({ timeZone, weeklyHours: Array.from({ length: 7 }, () => open(from, to)) });

  test('zendesk/biz: 2014-03-09 02:30 in Los Angeles does not exist and becomes 03:30', () => {
    expect(momentOf('2014-03-09', { time: '02:30', timeZone })).toBe(Date.parse('2014-03-09T03:30-07:00'));
  });

  test('zendesk/biz: 02:30 to 03:15 on that day is an empty interval', () => {
    const calendar = everyDay('02:30', '03:15');
    expect(openingsOf(calendar, '2014-03-09')).toEqual([]);
    const wholeDay = { from: startOfDay('2014-03-09', timeZone), to: startOfDay('2014-03-10', timeZone) };
    expect(businessMilliseconds([calendar], wholeDay)).toBe(0);
    expect(wholeDay.to - wholeDay.from).toBe(23 * hour);
  });

  test('zendesk/biz: 2014-11-02 01:30 in Los Angeles is the one in daylight saving time', () => {
    expect(momentOf('2014-11-02', { time: '01:30', timeZone })).toBe(Date.parse('2014-11-02T01:30-07:00'));
  });

  test('zendesk/biz: 24:00 of 2015-10-17 in Sao Paulo is 01:00 of the next day', () => {
    const moment = momentOf('2015-10-17', { time: '24:00', timeZone: 'America/Sao_Paulo' });
    expect(moment).toBe(Date.parse('2015-10-18T01:00-02:00'));
  });

  test('an interval over the change is as long as it really was', () => {
    const calendar = everyDay('00:00', '06:00');
    const openOn = (day: string) =>
      openingsOf(calendar, day).reduce((sum, span) => sum + span.to - span.from, 0);
    expect(openOn('2014-03-09')).toBe(5 * hour);
    expect(openOn('2014-11-02')).toBe(7 * hour);
    expect(openOn('2014-06-01')).toBe(6 * hour);
  });

  test('a day that a zone skipped altogether (Samoa, 2011-12-30) is counted neither then nor twice', () => {
    const calendar = aCalendar({
      timeZone: 'Pacific/Apia',
      weeklyHours: Array.from({ length: 7 }, () => open('09:00', '17:00')),
    });
    expect(openingsOf(calendar, '2011-12-30')).toEqual([]);
    const span = {
      from: startOfDay('2011-12-29', 'Pacific/Apia'),
      to: startOfDay('2012-01-01', 'Pacific/Apia'),
    };
    expect(businessMilliseconds([calendar], span)).toBe(16 * hour);
  });
});

test('several intervals a weekday: the lunch break does not count', () => {
  const calendar = aCalendar({ weeklyHours: week([...open('09:00', '13:00'), ...open('14:00', '18:00')]) });
  expect(hoursIn([calendar], '2024-03-04T12:00', '2024-03-04T15:00')).toBe(2);
});

test('holidays: closed all day, or open as they say', () => {
  const holidays = [
    { day: '2024-12-25', name: 'Christmas', intervals: [] },
    { day: '2024-12-24', name: 'Christmas Eve', intervals: open('09:00', '12:00') },
  ];
  expect(hoursIn([aCalendar({ holidays })], '2024-12-23T00:00', '2024-12-27T00:00')).toBe(8 + 3 + 0 + 8);
});

test('each version counts while it is in force, the first since ever', () => {
  const first = aCalendar({ effectiveFrom: utc('2024-02-01T00:00') });
  const second = aCalendar({
    version: 2,
    effectiveFrom: utc('2024-03-05T12:00'),
    weeklyHours: week(open('10:00', '14:00')),
  });
  expect(hoursIn([first, second], '2024-01-01T00:00', '2024-01-02T00:00')).toBe(8);
  expect(hoursIn([first, second], '2024-03-05T00:00', '2024-03-06T00:00')).toBe(3 + 2);
  expect(hoursIn([first, second], '2024-03-06T00:00', '2024-03-07T00:00')).toBe(4);
});

test('without working hours there is no business time: null, not 0', () => {
  const none = aCalendar({ weeklyHours: [[], [], [], [], [], [], []] });
  expect(businessMilliseconds([none], { from: 0, to: hour })).toBeNull();
  expect(businessMilliseconds([], { from: 0, to: hour })).toBeNull();
});

test('a wait wholly out of hours takes 0, and a span that ends before it begins takes 0', () => {
  expect(hoursIn([aCalendar()], '2024-03-02T09:00', '2024-03-03T17:00')).toBe(0);
  expect(hoursIn([aCalendar()], '2024-03-05T12:00', '2024-03-05T11:00')).toBe(0);
});

test('a round-the-clock calendar agrees with the calendar on a span of years', () => {
  const always = aCalendar({
    timeZone: 'Europe/Madrid',
    weeklyHours: Array.from({ length: 7 }, () => open('00:00', '24:00')),
  });
  const span = { from: utc('2019-06-01T07:13:21'), to: utc('2026-01-09T22:00:07') };
  expect(businessMilliseconds([always], span)).toBe(span.to - span.from);
});

test('the next opening: later today, tomorrow, after a weekend with a holiday; never where no hours are kept', () => {
  const holidays = [{ day: '2024-03-11', name: 'Feria', intervals: [] }];
  const calendar = aCalendar({ holidays });
  const opens = (at: string) => {
    const next = nextOpening(calendar, utc(at));
    return next === null ? null : new Date(next).toISOString().slice(0, 16);
  };
  expect(opens('2024-03-05T07:00')).toBe('2024-03-05T09:00');
  expect(opens('2024-03-05T09:00')).toBe('2024-03-06T09:00');
  expect(opens('2024-03-08T18:00')).toBe('2024-03-12T09:00');
  expect(
    nextOpening(aCalendar({ weeklyHours: [[], [], [], [], [], [], []] }), utc('2024-03-05T07:00')),
  ).toBeNull();
});

test('a moment in business time is the inverse of counting it, over a change of hours and of the clock', () => {
  const first = aCalendar({ timeZone: 'Europe/Madrid' });
  const second = aCalendar({
    version: 2,
    timeZone: 'Europe/Madrid',
    effectiveFrom: utc('2024-03-20T10:30'),
    weeklyHours: week(open('07:30', '12:15'), [...open('08:00', '13:00'), ...open('15:00', '19:45')]),
  });
  const calendars = [first, second];
  for (let turn = 0; turn < 200; turn += 1) {
    const from = utc('2024-03-01T00:00') + turn * 7_919_000;
    const milliseconds = 1 + ((turn * 48_271_119) % (60 * hour));
    const at = businessMoment(calendars, { from, milliseconds }) ?? Number.NaN;
    expect(businessMilliseconds(calendars, { from, to: at })).toBe(milliseconds);
    expect(businessMilliseconds(calendars, { from, to: at - 1 })).toBe(milliseconds - 1);
  }
});

test('no moment where no hours are kept, or every day is a holiday', () => {
  const wanted = { from: utc('2024-03-05T08:00'), milliseconds: hour };
  expect(businessMoment([aCalendar({ weeklyHours: [[], [], [], [], [], [], []] })], wanted)).toBeNull();
  expect(businessMoment([], wanted)).toBeNull();
});
