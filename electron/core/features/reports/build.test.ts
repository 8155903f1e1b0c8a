import { beforeEach, describe, expect, test } from 'vitest';
import {
  became,
  createHistory,
  handled,
  opened,
  received,
  sent,
} from '../../../../test/support/a-history.ts';
import { aClient } from '../../../../test/support/a-client.ts';
import { createFakeClock } from '../../../../test/support/fake-clock.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import type { Client } from '../../../shared/clients.ts';
import type { ClientId } from '../../../shared/ids.ts';
import type { Report } from '../../../shared/reports.ts';
import { createChanges } from '../../changes.ts';
import { newId } from '../../ids.ts';
import { openClientStore, type ClientStore } from '../../store/client/client-store.ts';
import { createCalendars, type Calendars } from '../calendars/service.ts';
import type { LevelsVersion } from '../service-levels/queries.ts';
import { atOnce } from '../../slices.ts';
import { reportSteps } from './build.ts';

/**
 * A week of a client in New York, Monday 2 to Sunday 8 March 2026, Monday to Friday 9 to 17; on the Sunday the clocks go
 * forward. What happens is written here, and every figure below was worked out from it on paper.
 */
const winter = '-05:00';
const at = (text: string, offset = winter) => `2026-${text}:00${offset}`;
const week = { from: '2026-03-02', to: '2026-03-08' };
const minute = 60_000;

let store: ClientStore;
let calendars: Calendars;
let client: Client;
let levels: readonly LevelsVersion[];

beforeEach(() => {
  const clock = createFakeClock(Date.parse('2026-01-05T10:00Z'));
  const clientId = newId<ClientId>(clock.now());
  store = openClientStore({ clientId, folder: temporaryFolder(), key: new Uint8Array(32) });
  calendars = createCalendars({ clock, changes: createChanges() });
  const details = aClient({ timeZone: 'America/New_York' });
  client = { ...details, id: clientId, demo: false, state: { kind: 'ready' } };
  levels = [];
  calendars.define(store, { timeZone: details.timeZone, weeklyHours: details.workingHours });
  return () => store.close();
});

const afterwards = Date.parse('2026-04-01T00:00Z');
const build = (now = afterwards, period = week): Report =>
  atOnce(reportSteps(store, { client, period, calendars, serviceLevels: { list: () => levels }, now }));

const figureOf = (report: Report, id: string) => {
  const figure = report.figures.find((each) => each.id === id);
  if (!figure) throw new Error(`no figure ${id}`);
  return figure;
};
const minutesOf = (report: Report, measure: string) =>
  ['median', 'p90', 'median-business', 'p90-business'].map(
    (statistic) => (figureOf(report, `${measure}-${statistic}`).value ?? Number.NaN) / minute,
  );
const countOf = (report: Report, id: string) => {
  const { numerator, denominator } = figureOf(report, id);
  return `${numerator} of ${denominator}`;
};

/** One commit: the disk is asked once. */
const writeWeek = () => store.transaction(happen);

function happen(): void {
  const history = createHistory(store);
  const [post, shop] = [history.channel('Post'), history.channel('Shop')];
  const answered = history.conversation(post, [
    opened(at('03-02T10:00')),
    received(at('03-02T10:00')),
    sent(at('03-02T10:01'), true),
    sent(at('03-02T11:00')),
    handled(at('03-02T11:00'), 10),
    received(at('03-02T12:00')),
    sent(at('03-02T12:30')),
    handled(at('03-02T12:30'), 5),
    became(at('03-03T10:00'), 'resolved'),
  ]);
  history.conversation(post, [
    opened(at('03-02T18:00')),
    received(at('03-02T18:00')),
    sent(at('03-03T09:30')),
    received(at('03-03T10:00'), true),
    became(at('03-10T09:00'), 'resolved'),
  ]);
  history.conversation(
    post,
    [
      opened(at('02-27T16:00')),
      received(at('02-27T16:00')),
      sent(at('03-02T09:15')),
      became(at('03-04T09:15'), 'resolved'),
    ],
    [
      opened(at('03-05T10:00'), { reopened: true }),
      received(at('03-05T10:00')),
      became(at('03-05T11:00'), 'resolved'),
    ],
  );
  history.conversation(post, [
    opened(at('03-03T08:00')),
    received(at('03-03T08:00')),
    became(at('03-03T09:00'), 'spam'),
  ]);
  history.conversation(
    shop,
    [
      opened(at('03-04T10:00'), { by: 'operator' }),
      sent(at('03-04T10:00')),
      received(at('03-04T14:00')),
      sent(at('03-04T15:00')),
      became(at('03-04T15:00'), 'resolved'),
    ],
    [opened(at('03-06T10:00'), { reopened: true }), received(at('03-06T10:00')), sent(at('03-06T10:30'))],
  );
  const [lastMinute, nextMinute] = [at('03-08T23:59', '-04:00'), at('03-09T00:00', '-04:00')];
  history.conversation(shop, [opened(lastMinute), received(lastMinute)]);
  history.conversation(shop, [opened(nextMinute), received(nextMinute)]);
  history.conversation(shop, [
    opened(at('03-02T00:00')),
    received(at('03-02T00:00')),
    became(at('03-07T12:00'), 'resolved'),
  ]);
  for (const score of [1, 0.0991, 0.6396, 0.9099, 0]) {
    const outcome = score > 0.9 ? 'pass' : 'fail';
    history.review({ conversationId: answered, at: at('03-05T12:00'), score, outcome });
  }
  history.review({ conversationId: answered, at: at('03-05T12:00'), score: null, outcome: 'unscored' });
  history.review({ conversationId: answered, at: at('03-09T12:00'), score: 1, outcome: 'pass' });
  for (const score of [5, 4, 3, 5, null]) {
    history.survey({ conversationId: answered, kind: 'csat', at: at('03-04T12:00'), score });
  }
  for (const score of [10, 9, 6]) {
    history.survey({ conversationId: answered, kind: 'nps', at: at('03-04T12:00'), score });
  }
}

describe('a week worked out on paper', () => {
  beforeEach(writeWeek);

  test('the period stands in the time zone of the client, over the change of the clock', () => {
    expect(build().period).toEqual({
      ...week,
      timeZone: 'America/New_York',
      start: '2026-03-02T05:00:00.000Z',
      end: '2026-03-09T04:00:00.000Z',
      asOf: '2026-03-09T04:00:00.000Z',
      complete: true,
    });
  });

  test('volume: spam stands alone, a thank-you is no reopening', () => {
    const report = build();
    expect(countOf(report, 'new-conversations')).toBe('5 of 8');
    expect(countOf(report, 'reopened-conversations')).toBe('1 of 8');
    expect(countOf(report, 'thanks')).toBe('1 of 8');
    expect(countOf(report, 'spam')).toBe('1 of 8');
    expect(countOf(report, 'resolved-conversations')).toBe('4 of 7');
    expect(countOf(report, 'messages-received')).toBe('8 of 9');
    expect(countOf(report, 'messages-sent')).toBe('7 of 8');
  });

  test('backlog: what was open, plus what came, less what was resolved', () => {
    const report = build();
    expect(countOf(report, 'backlog-start')).toBe('1 of 1');
    expect(countOf(report, 'backlog-end')).toBe('3 of 7');
    expect(countOf(report, 'backlog-under-1-day')).toBe('1 of 3');
    expect(countOf(report, 'backlog-1-to-3-days')).toBe('1 of 3');
    expect(countOf(report, 'backlog-3-to-7-days')).toBe('1 of 3');
    expect(countOf(report, 'backlog-over-30-days')).toBe('0 of 3');
  });

  test('times: medians and 90 % of type 7, in calendar and in working time', () => {
    const report = build();
    expect(minutesOf(report, 'first-response')).toEqual([615, 3019.5, 67.5, 232.5]);
    expect(minutesOf(report, 'next-response')).toEqual([30, 30, 30, 30]);
    expect(minutesOf(report, 'first-resolution')).toEqual([4117.5, 7582.5, 757.5, 1990.5]);
    expect(minutesOf(report, 'full-resolution')).toEqual([4117.5, 7582.5, 757.5, 1990.5]);
    expect(minutesOf(report, 'requester-wait').slice(0, 2)).toEqual([2002.5, 6718.5]);
    expect(minutesOf(report, 'handle-time')).toEqual([15, 15, 15, 15]);
  });

  test('a time carries its sum and its number, to be added up and never averaged', () => {
    const report = build();
    expect(figureOf(report, 'first-response-median')).toMatchObject({
      numerator: 5205 * minute,
      denominator: 4,
      n: 4,
      definition: 'first-response',
    });
    expect(figureOf(report, 'first-response-p90-business').numerator).toBe(465 * minute);
    expect(figureOf(report, 'handle-time-median').n).toBe(1);
  });

  test('Zendesk QA IQS: 100, 9.91, 63.96, 90.99, 0 make 52.97; an unscored review leaves it', () => {
    const report = build();
    expect(figureOf(report, 'quality-score')).toMatchObject({ value: 52.972, n: 5, numerator: 2.6486 });
    expect(countOf(report, 'review-pass-rate')).toBe('2 of 5');
  });

  test('satisfaction: top two boxes with n and interval, response rate, net promoter score', () => {
    const report = build();
    expect(figureOf(report, 'csat')).toMatchObject({ value: 75, numerator: 3, denominator: 4, n: 4 });
    expect(figureOf(report, 'csat').interval?.low).toBeCloseTo(30.0642, 3);
    expect(figureOf(report, 'csat').interval?.high).toBeCloseTo(95.4413, 3);
    expect(countOf(report, 'csat-response-rate')).toBe('4 of 5');
    expect(figureOf(report, 'nps')).toMatchObject({ value: 33.333333, numerator: 1, denominator: 3 });
  });

  test('by channel', () => {
    const [post, shop] = build().channels;
    expect(post).toMatchObject({ name: 'Post', opened: 2, reopened: 0, resolved: 2, received: 4, sent: 4 });
    expect(shop).toMatchObject({ name: 'Shop', opened: 3, reopened: 1, resolved: 2, received: 4, sent: 3 });
  });

  test('by day and week: backlog + opened - resolved is the next backlog', () => {
    const { days, weeks } = build();
    expect(days.map((day) => [day.opened, day.resolved, day.backlog, day.received, day.sent])).toEqual([
      [3, 0, 4, 4, 3],
      [0, 1, 3, 0, 1],
      [1, 2, 2, 1, 2],
      [0, 0, 2, 1, 0],
      [1, 0, 3, 1, 1],
      [0, 1, 2, 0, 0],
      [1, 0, 3, 1, 0],
    ]);
    expect(weeks).toEqual([{ day: '2026-03-02', opened: 6, resolved: 4, backlog: 3, received: 8, sent: 7 }]);
  });

  test('a past period is told today as it was told when it ended', () => {
    const atItsEnd = build(Date.parse('2026-03-09T04:00Z'));
    expect(JSON.stringify(build())).toBe(JSON.stringify(atItsEnd));
  });

  test('a period that is not over counts up to now and says so', () => {
    const report = build(Date.parse(at('03-03T12:00')));
    expect(report.period).toMatchObject({ asOf: '2026-03-03T17:00:00.000Z', complete: false });
    expect(report.days).toHaveLength(2);
    expect(countOf(report, 'backlog-end')).toBe('3 of 4');
  });

  test('mail found later changes the fingerprint of the population, not that of the question', () => {
    const before = build();
    const history = createHistory(store);
    history.conversation(history.channel('Old'), [opened(at('03-04T09:00')), received(at('03-04T09:00'))]);
    const after = build();
    expect(after.proof.populationHash).not.toBe(before.proof.populationHash);
    expect(after.proof.queryHash).toBe(before.proof.queryHash);
    expect(before.proof).toMatchObject({ definitionsVersion: 1, calendarVersions: [1] });
  });
});

test('nothing measured is no value, not 0; nothing counted is 0', () => {
  const report = build();
  expect(figureOf(report, 'first-response-median')).toMatchObject({ value: null, n: 0 });
  expect(figureOf(report, 'csat')).toMatchObject({ value: null, interval: null });
  expect(figureOf(report, 'new-conversations')).toMatchObject({ value: 0, numerator: 0 });
  expect(report.weeks).toHaveLength(1);
});

test('without working hours the business times are absent (trap: 0 instead of null)', () => {
  calendars.define(store, { timeZone: 'America/New_York', weeklyHours: [[], [], [], [], [], [], []] });
  writeWeek();
  const report = build();
  expect(figureOf(report, 'first-response-median').n).toBe(4);
  expect(figureOf(report, 'next-response-median-business')).toMatchObject({ value: null, n: 0 });
});

describe('promises', () => {
  const promised = { firstResponse: 60, nextResponse: 30, resolution: 8 * 60 };
  const version = (number: number, effectiveFrom: number, minutes = promised): LevelsVersion => ({
    version: number,
    effectiveFrom,
    ...minutes,
  });

  test('are decided once: kept when given in time, broken when they fall due', () => {
    writeWeek();
    levels = [version(1, 0)];
    const report = build();
    // Given after 60 and 30 minutes; the one resolved on Saturday was never answered, and fell due on Monday at 10:00.
    expect(countOf(report, 'first-response-kept')).toBe('2 of 3');
    expect(countOf(report, 'next-response-kept')).toBe('2 of 2');
    // Kept: Tuesday 10:00 to the minute, and Wednesday. Due on Tuesday 17:00, Monday 16:00 and Monday 17:00: late.
    expect(countOf(report, 'resolution-kept')).toBe('2 of 5');
    // Friday's question, due that Friday at 17:00, belongs to the week before, though it was answered in this one.
    expect(countOf(build(afterwards, { from: '2026-02-23', to: '2026-03-01' }), 'first-response-kept')).toBe(
      '0 of 1',
    );
  });

  test('count by what was promised when their time began', () => {
    writeWeek();
    levels = [version(1, 0, { ...promised, firstResponse: 30 }), version(2, Date.parse(at('03-02T15:00')))];
    // The first was promised in 30 minutes and took 60.
    expect(countOf(build(), 'first-response-kept')).toBe('1 of 3');
  });

  test('none made, none counted: no figure, not 0 %', () => {
    writeWeek();
    expect(figureOf(build(), 'first-response-kept')).toMatchObject({ value: null, denominator: 0 });
  });
});
