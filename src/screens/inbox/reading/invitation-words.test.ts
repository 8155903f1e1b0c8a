import { expect, test } from 'vitest';
import type { Invitation } from '../../../../electron/shared/attachments.ts';
import { createFormats } from '../../../i18n/format.ts';
import { stateOf, timesOf } from './invitation-words.ts';

const said = { method: 'request', cancelled: false, sequence: 0 } as Invitation;
test.each([
  [{ ...said }, 'invited'],
  [{ ...said, sequence: 1 }, 'updated'],
  [{ ...said, cancelled: true }, 'cancelled'],
  [{ ...said, method: 'reply', sequence: 1 }, 'answered'],
  [{ ...said, method: 'counter' }, 'proposed'],
  [{ ...said, method: 'publish', sequence: 3 }, 'told'],
] as const)('%o means %s', (invitation, state) => expect(stateOf(invitation)).toBe(state));

const options = { clientZone: 'Europe/Madrid', formats: createFormats('en') };

test('a moment is said in the client’s zone, and in its own where that is another', () => {
  const start = { kind: 'instant', at: '2026-03-10T14:00:00.000Z', timeZone: 'America/New_York' } as const;
  const end = { ...start, at: '2026-03-10T15:30:00.000Z' } as const;
  const times = timesOf({ start, end }, options);
  expect(times.map((time) => time.kind)).toEqual(['here', 'there']);
  expect(times[0]?.said).toMatch(/Mar 10, 2026.*3:00.*4:30/);
  expect(times[1]?.said).toMatch(/Mar 10, 2026.*10:00.*11:30.*New_York/);
  expect(timesOf({ start: { ...start, timeZone: 'Europe/Madrid' }, end }, options)).toHaveLength(1);
});

test('whole days end the day before the one that the format names; a time in nobody’s zone stays as written', () => {
  const day = (name: string) => ({ kind: 'day', day: name }) as const;
  expect(timesOf({ start: day('2026-03-10'), end: day('2026-03-11') }, options)[0]?.said).toMatch(
    /Tuesday, March 10, 2026$/,
  );
  expect(timesOf({ start: day('2026-03-10'), end: day('2026-03-12') }, options)[0]?.said).toMatch(/10.*11/);
  const floating = timesOf({ start: { kind: 'floating', local: '2026-03-10T09:30' }, end: null }, options);
  expect(floating[0]?.said).toMatch(/Mar 10, 2026.*09:30/);
  expect(floating[0]?.said).not.toContain('UTC');
});
