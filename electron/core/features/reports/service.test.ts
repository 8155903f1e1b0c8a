import { expect, test } from 'vitest';
import { createHistory, opened, received, sent } from '../../../../test/support/a-history.ts';
import { aClient } from '../../../../test/support/a-client.ts';
import { createFakeClock } from '../../../../test/support/fake-clock.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import type { ClientId } from '../../../shared/ids.ts';
import { createChanges } from '../../changes.ts';
import { newId } from '../../ids.ts';
import { openClientStore } from '../../store/client/client-store.ts';
import { createCalendars } from '../calendars/service.ts';
import { createReports } from './service.ts';

test('a report is of one moment, whatever comes in while it is made', async () => {
  const clock = createFakeClock(Date.parse('2026-04-01T00:00Z'));
  const clientId = newId<ClientId>(clock.now());
  const store = openClientStore({ clientId, folder: temporaryFolder(), key: new Uint8Array(32) });
  const calendars = createCalendars({ clock, changes: createChanges() });
  const details = aClient();
  calendars.define(store, { timeZone: details.timeZone, weeklyHours: details.workingHours });
  const history = createHistory(store);
  const channel = history.channel('Post');
  const converse = () =>
    history.conversation(channel, [
      opened('2026-03-03T10:00Z'),
      received('2026-03-03T10:00Z'),
      sent('2026-03-03T11:00Z'),
    ]);
  converse();
  let asked = 0;
  const reports = createReports({
    clock,
    // Asked for after the conversations were read: old mail is found just then.
    calendars: {
      ...calendars,
      businessMilliseconds: (...wanted) => {
        if (asked === 0) converse();
        asked += 1;
        return calendars.businessMilliseconds(...wanted);
      },
    },
    serviceLevels: { list: () => [] },
    clients: { list: () => [{ ...details, id: clientId, demo: false, state: { kind: 'ready' } }] },
    locales: '',
    printPdf: () => Promise.reject(new Error('nobody prints')),
  });
  const period = { from: '2026-03-02', to: '2026-03-08' };
  const standing = async () => {
    const report = await reports.build(store, period);
    const figures = new Map(report.figures.map((figure) => [figure.id, figure]));
    return [figures.get('new-conversations')?.numerator, figures.get('first-response-median')?.n];
  };
  expect(await standing()).toEqual([1, 1]);
  expect(asked).toBe(1);
  expect(await standing()).toEqual([2, 2]);
  store.close();
});
