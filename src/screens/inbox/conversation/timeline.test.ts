import { expect, test } from 'vitest';
import type { Instant } from '../../../../electron/shared/time.ts';
import type { ToldBody, ToldEvent } from '../../../../electron/shared/told-events.ts';
import { firstUnfolded, timelineOf, type TimelineEntry } from './timeline.ts';

const at = (minute: number) => `2026-03-04T10:${String(minute).padStart(2, '0')}:00.000Z`;
const said = (minute: number) => ({ id: `said-${minute}`, at: at(minute) });
const did = (minute: number, body: ToldBody): ToldEvent => ({
  at: at(minute),
  actor: { kind: 'system' },
  body,
});
const tagged = { type: 'tagged', tag: 'refund' } as const;
const reopened = { type: 'opened', initiator: 'customer', reopened: true } as const;
const resolved = { type: 'status-changed', from: 'open', to: 'resolved' } as const;

const shape = (entries: readonly TimelineEntry<{ id: string; at: Instant }>[]) =>
  entries.map((entry) =>
    entry.kind === 'message' ? entry.message.id : entry.events.map(({ body }) => body.type),
  );

test('what was done stands between what was said, together where nothing was said in between', () => {
  const told = timelineOf([said(1), said(9)], [did(2, tagged), did(3, resolved), did(12, tagged)]);
  expect(shape(told)).toEqual(['said-1', ['tagged', 'status-changed'], 'said-9', ['tagged']]);
});

test('an opening stands before the message that caused it, the status chosen with a reply after it', () => {
  const told = timelineOf([said(1), said(5)], [did(5, reopened), did(5, resolved)]);
  expect(shape(told)).toEqual(['said-1', ['opened'], 'said-5', ['status-changed']]);
});

test('what was done before the first message and with none at all is told too', () => {
  expect(shape(timelineOf([said(5)], [did(1, tagged)]))).toEqual([['tagged'], 'said-5']);
  expect(shape(timelineOf([], [did(1, tagged)]))).toEqual([['tagged']]);
});

test('what is shown whole begins with the last thing we said, and is everything where we said nothing', () => {
  const of = (...kinds: ('inbound' | 'outbound' | 'note')[]) =>
    firstUnfolded(kinds.map((kind) => ({ kind })));
  expect(of('inbound', 'outbound', 'inbound', 'outbound', 'note', 'inbound')).toBe(3);
  expect(of('inbound', 'note', 'inbound')).toBe(0);
  expect(of()).toBe(0);
});
