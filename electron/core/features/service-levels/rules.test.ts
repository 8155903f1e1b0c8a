import { expect, test } from 'vitest';
import type { ServiceLevels } from '../../../shared/service-levels.ts';
import type { Calendar } from '../calendars/rules.ts';
import { dueClock, type Running } from './rules.ts';

const utc = (text: string) => Date.parse(`${text}Z`);
const nineToFive = [{ from: '09:00', to: '17:00' }];
const calendars: readonly Calendar[] = [
  {
    version: 1,
    effectiveFrom: 0,
    timeZone: 'Etc/UTC',
    weeklyHours: [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []],
    holidays: [],
  },
];
const levels: ServiceLevels = { firstResponse: 60, nextResponse: 120, resolution: 16 * 60 };
/** A question of Friday, 16:30. */
const asked: Running = {
  openedAt: utc('2024-03-01T16:30'),
  answered: false,
  waitingSince: utc('2024-03-01T16:30'),
  active: true,
};
const clock = (change: Partial<Running> = {}, promised: Partial<ServiceLevels> = {}) =>
  dueClock({ ...asked, ...change }, { levels: { ...levels, ...promised }, calendars });

test('an hour for the first answer goes on after the weekend, with a warning at four fifths', () => {
  expect(clock()).toEqual({
    kind: 'firstResponse',
    dueAt: '2024-03-04T09:30:00.000Z',
    warnAt: '2024-03-04T09:18:00.000Z',
  });
});

test('once a person has answered, the next answer is owed from the oldest unanswered message', () => {
  const waitingSince = utc('2024-03-04T10:00');
  expect(clock({ answered: true, waitingSince })).toMatchObject({
    kind: 'nextResponse',
    dueAt: '2024-03-04T12:00:00.000Z',
  });
});

test('nobody waits: only the end is owed, from the beginning', () => {
  expect(clock({ answered: true, waitingSince: null })).toMatchObject({
    kind: 'resolution',
    dueAt: '2024-03-05T16:30:00.000Z',
  });
});

test('the promise that falls due first is the one that is shown', () => {
  expect(clock({}, { resolution: 30 })).toMatchObject({
    kind: 'resolution',
    dueAt: '2024-03-01T17:00:00.000Z',
  });
});

test('nothing promised, nothing running, or no hours kept: no clock', () => {
  expect(clock({}, { firstResponse: null, resolution: null })).toBeNull();
  expect(clock({ active: false })).toBeNull();
  expect(dueClock(asked, { levels, calendars: [] })).toBeNull();
});
