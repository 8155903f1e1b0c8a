import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFakeClock } from '../../../../test/support/fake-clock.ts';
import type { ClientId } from '../../../shared/ids.ts';
import { createChanges } from '../../changes.ts';
import { newId } from '../../ids.ts';
import { openClientStore } from '../../store/client/client-store.ts';
import { createCalendars } from './service.ts';

const nine = [{ from: '09:00', to: '17:00' }];
const weeklyHours = [nine, nine, nine, nine, nine, [], []];

function start() {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-calendars-'));
  const clock = createFakeClock();
  const store = openClientStore({ clientId: newId<ClientId>(clock.now()), folder, key: new Uint8Array(32) });
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { store, clock, calendars: createCalendars({ clock, changes: createChanges() }) };
}

test('versions are only ever appended, and one that changes nothing is none', () => {
  const { store, clock, calendars } = start();
  calendars.define(store, { timeZone: 'Europe/London', weeklyHours });
  calendars.define(store, { timeZone: 'Europe/London', weeklyHours });
  expect(calendars.list(store).map((calendar) => calendar.version)).toEqual([1]);
  clock.advance(1_000);
  calendars.define(store, { timeZone: 'Europe/Madrid', weeklyHours });
  expect(calendars.list(store)).toMatchObject([
    { version: 1, effectiveFrom: 0, timeZone: 'Europe/London' },
    { version: 2, effectiveFrom: clock.now(), timeZone: 'Europe/Madrid' },
  ]);
});

test('a change of hours keeps the holidays; what a new service reads is the same', () => {
  const { store, clock, calendars } = start();
  calendars.define(store, {
    timeZone: 'Europe/London',
    weeklyHours,
    holidays: [{ day: '2026-12-25', name: 'Christmas' }],
  });
  calendars.define(store, { timeZone: 'Europe/London', weeklyHours: [nine, nine, nine, nine, [], [], []] });
  expect(calendars.current(store).holidays).toEqual([
    { day: '2026-12-25', name: 'Christmas', intervals: [] },
  ]);
  const again = createCalendars({ clock, changes: createChanges() });
  expect(again.list(store)).toEqual(calendars.list(store));
});

test('the days of a period stand in the time zone of the client', () => {
  const { store, calendars } = start();
  calendars.define(store, { timeZone: 'America/New_York', weeklyHours });
  const days = calendars.days(store, { first: '2026-03-07', last: '2026-03-09' });
  expect(days.map((day) => [day.day, (day.to - day.from) / 3_600_000])).toEqual([
    ['2026-03-07', 24],
    ['2026-03-08', 23],
    ['2026-03-09', 24],
  ]);
  expect(calendars.dayAt(store, Date.parse('2026-03-08T03:00Z'))).toBe('2026-03-07');
});

test('before a calendar is defined there is none', () => {
  const { store, calendars } = start();
  expect(() => calendars.current(store)).toThrow(expect.objectContaining({ code: 'not-found' }));
});
