import { describe, expect, test } from 'vitest';
import type { ClientId, OperatorId } from './ids.ts';
import { isQuiet, maySay, minuteOf, wantsToKnow, type Occasion } from './notification-rules.ts';
import { NotificationChoices } from './notifications.ts';

const northwind = '019a0000-0000-7000-8000-000000000001' as ClientId;
const acorn = '019a0000-0000-7000-8000-000000000002' as ClientId;
const me = 'me' as OperatorId;
const choices = (details: Partial<NotificationChoices> = {}) => ({
  ...NotificationChoices.parse({}),
  ...details,
});
const occasion = (details: Partial<Occasion> = {}): Occasion => ({
  clientId: northwind,
  assigneeId: null,
  urgent: false,
  ...details,
});
const at = (hours: number, minutes = 0) => ({ operatorId: me, minute: hours * 60 + minutes });

describe('quiet hours', () => {
  test.each([
    [19, 7, 19, true],
    [19, 7, 23, true],
    [19, 7, 6, true],
    [19, 7, 7, false],
    [19, 7, 18, false],
    [12, 13, 12, true],
    [12, 13, 13, false],
    [8, 8, 15, true],
  ])('from %i to %i hold at %i: %s', (from, to, hour, quiet) => {
    expect(isQuiet({ on: true, from: from * 60, to: to * 60 }, hour * 60)).toBe(quiet);
    expect(isQuiet({ on: false, from: from * 60, to: to * 60 }, hour * 60)).toBe(false);
  });

  test('silence all but a broken promise, and that only where it was chosen', () => {
    const quiet = { on: true, from: 19 * 60, to: 7 * 60 };
    expect(wantsToKnow(choices({ quiet }), occasion(), at(22))).toBe(false);
    expect(wantsToKnow(choices({ quiet }), occasion({ urgent: true }), at(22))).toBe(false);
    expect(wantsToKnow(choices({ quiet, urgentAlways: true }), occasion({ urgent: true }), at(22))).toBe(
      true,
    );
    expect(wantsToKnow(choices({ quiet, urgentAlways: true }), occasion(), at(22))).toBe(false);
    expect(wantsToKnow(choices({ quiet }), occasion(), at(12))).toBe(true);
  });
});

test('a silent client is silent, whatever happens there, and the others are not', () => {
  const silent = choices({ silent: [northwind], urgentAlways: true });
  expect(wantsToKnow(silent, occasion({ urgent: true }), at(12))).toBe(false);
  expect(wantsToKnow(silent, occasion({ clientId: acorn }), at(12))).toBe(true);
  expect(wantsToKnow(choices({ on: false }), occasion({ clientId: acorn }), at(12))).toBe(false);
});

test('what is a colleague’s can be left to them', () => {
  const mine = choices({ about: 'mine' });
  expect(wantsToKnow(mine, occasion({ assigneeId: 'other' as OperatorId }), at(12))).toBe(false);
  expect(wantsToKnow(mine, occasion({ assigneeId: me }), at(12))).toBe(true);
  expect(wantsToKnow(mine, occasion(), at(12))).toBe(true);
  expect(wantsToKnow(choices(), occasion({ assigneeId: 'other' as OperatorId }), at(12))).toBe(true);
});

test('a customer’s words are shown only to who has asked for them', () => {
  expect(choices().shows).toBe('client');
  const said = (['nothing', 'client', 'customer'] as const).map((shows) => [
    maySay(choices({ shows }), 'client'),
    maySay(choices({ shows }), 'customer'),
  ]);
  expect(said).toEqual([
    [false, false],
    [true, false],
    [true, true],
  ]);
});

test('the hour is that of the operator’s own clock', () => {
  expect(minuteOf(new Date(2026, 2, 4, 19, 5))).toBe(19 * 60 + 5);
});
