import { expect, it } from 'vitest';
import type { FrozenMessage, Snapshot } from '../../../../electron/shared/quality.ts';
import { happenings, type What } from './happenings.ts';

const at = (minute: number) => `2026-03-04T10:${String(minute).padStart(2, '0')}:00.000Z`;
const said = (kind: FrozenMessage['kind'], minute: number, automatic = false): FrozenMessage => ({
  id: `${kind}-${minute}`,
  kind,
  from: { name: '', address: '' },
  operatorId: null,
  automatic,
  at: at(minute),
  subject: '',
  text: '',
  attachments: [],
  earlier: false,
});
const nameOf = (what: What) => (what.type === 'told' ? what.event.body.type : what.type);
const snapshotOf = (messages: FrozenMessage[], events: Snapshot['events'] = []): Snapshot => ({
  subject: '',
  contact: { name: '', address: '' },
  status: 'resolved',
  tags: [],
  messages,
  events,
});

it('tells how long the oldest unanswered message waited for each reply', () => {
  const told = happenings(
    snapshotOf([
      said('inbound', 0),
      said('inbound', 5),
      said('note', 6),
      said('outbound', 20),
      said('inbound', 21, true),
      said('outbound', 30),
    ]),
  );
  const waits = told.filter((entry) => entry.kind === 'event').map((entry) => [entry.at, entry.what]);
  expect(waits).toEqual([[at(20), { type: 'waited', milliseconds: 20 * 60_000 }]]);
});

it('puts what was done between what was said, and leaves out what a reviewer need not know', () => {
  const actor = { kind: 'operator', id: null } as const;
  const told = happenings(
    snapshotOf(
      [said('inbound', 0), said('outbound', 9)],
      [
        { at: at(0), actor, body: { type: 'opened', initiator: 'customer', reopened: false } },
        { at: at(4), actor, body: { type: 'tagged', tag: 'refund' } },
        { at: at(5), actor, body: { type: 'handled', milliseconds: 9_000 } },
        { at: at(6), actor, body: { type: 'message-received', messageId: 'x' as never, automatic: false } },
        { at: at(12), actor, body: { type: 'status-changed', from: 'open', to: 'resolved' } },
      ],
    ),
  );
  expect(told.map((entry) => (entry.kind === 'message' ? entry.message.id : nameOf(entry.what)))).toEqual([
    'inbound-0',
    'tagged',
    'handled',
    'outbound-9',
    'waited',
    'status-changed',
  ]);
});
