import { describe, expect, test } from 'vitest';
import { LiaisonError, type ErrorCode } from './errors.ts';
import type { OutboxId, OperatorId } from './ids.ts';
import type { OutboxItem, OutboxState } from './outbox.ts';
import {
  actsOf,
  groupOf,
  inOutboxOrder,
  leavesSoon,
  outboxStandings,
  standingOf,
  type OutboxLine,
} from './outbox-standing.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 4, 10, minute)).toISOString();
const errorOf = (code: ErrorCode) => new LiaisonError(code).shape;
const line = (id: string, details: Partial<OutboxLine> & { state: OutboxState }) =>
  ({
    id: id as OutboxId,
    operatorId: 'somebody' as OperatorId,
    attempts: 0,
    createdAt: at(0),
    notBefore: at(0),
    sendAt: null,
    sentAt: null,
    error: null,
    ...details,
  }) as OutboxLine;

describe('where a reply stands', () => {
  test.each([
    ['leaving', { state: 'queued' }],
    ['later', { state: 'queued', sendAt: at(30) }],
    ['again', { state: 'queued', attempts: 2, error: errorOf('host-unreachable') }],
    ['again', { state: 'queued', attempts: 1, sendAt: at(0) }],
    ['unseen', { state: 'queued', attempts: 2, error: errorOf('not-up-to-date') }],
    ['held', { state: 'held', error: errorOf('credentials-rejected') }],
    ['overtaken', { state: 'failed', error: errorOf('answered-meanwhile') }],
    ['overtaken', { state: 'failed', error: errorOf('written-meanwhile') }],
    ['failed', { state: 'failed', error: errorOf('recipient-refused') }],
    ['unknown', { state: 'unknown' }],
    ['taken-back', { state: 'cancelled' }],
  ] as const)('%s', (standing, details) => {
    expect(standingOf(line('one', details))).toBe(standing);
  });

  test('what may have left is never tried again by the same name', () => {
    const again = outboxStandings.filter((each) => actsOf[each].includes('retry'));
    expect(again).toEqual(['failed', 'overtaken', 'held']);
    expect(outboxStandings.filter((each) => actsOf[each].includes('resend'))).toEqual(['unknown']);
    expect(outboxStandings.filter((each) => actsOf[each].length === 0)).toEqual(['sending', 'sent']);
  });
});

test('what wants a person stands first, what leaves next before what leaves later, the newest sent before older', () => {
  const lines = [
    line('old', { state: 'sent', sentAt: at(1) }),
    line('later', { state: 'queued', sendAt: at(50), notBefore: at(50) }),
    line('new', { state: 'sent', sentAt: at(5) }),
    line('leaving', { state: 'queued', notBefore: at(10) }),
    line('sending', { state: 'sending' }),
    line('failed', { state: 'failed', error: errorOf('recipient-refused') }),
  ];
  expect(inOutboxOrder(lines).map(({ id }) => id)).toEqual([
    'failed',
    'sending',
    'leaving',
    'later',
    'new',
    'old',
  ]);
  expect(new Set(inOutboxOrder(lines).map((each) => groupOf[standingOf(each)])).size).toBe(4);
});

test('only what its writer thinks gone keeps the program from ending', () => {
  const now = Date.parse(at(10));
  const asks = (details: Partial<OutboxItem> & { state: OutboxState }) =>
    leavesSoon(line('one', details), { now, within: 120_000 });
  expect(asks({ state: 'queued', notBefore: at(11) })).toBe(true);
  expect(asks({ state: 'sending' })).toBe(true);
  expect(asks({ state: 'queued', notBefore: at(40), sendAt: at(40) })).toBe(false);
  expect(asks({ state: 'queued', notBefore: at(10), attempts: 3 })).toBe(false);
  for (const state of ['held', 'failed', 'unknown', 'sent', 'cancelled'] as const)
    expect(asks({ state })).toBe(false);
});
