import { expect, test } from 'vitest';
import { Condition, type Trigger } from '../../../shared/automations.ts';
import type { EventBody } from '../../../shared/events.ts';
import type { ChannelId, FieldId, OperatorId, StatusId } from '../../../shared/ids.ts';
import { holds, triggers, type Known } from './condition-rules.ts';
import { occasionsOf } from './occasion-rules.ts';

const fieldId = '0195c0de-0000-7000-8000-000000000001' as FieldId;
const escalated = '0195c0de-0000-7000-8000-000000000004' as StatusId;
const refunded = '0195c0de-0000-7000-8000-000000000005' as StatusId;
const known: Known = {
  standing: {
    ...{ status: 'open', statusId: escalated, snoozedUntil: null, assigneeId: null },
    ...{ tags: ['late', 'vip'], fields: { [fieldId]: '12' }, drafted: false },
  },
  channelId: '0195c0de-0000-7000-8000-000000000002' as ChannelId,
  texts: {
    subject: 'Re: Où est  mon COLIS ?',
    body: 'Where is it?',
    from: 'Yara carla@shop.example',
    to: 'help@northwind.example',
  },
  hasAttachment: false,
  isOpen: true,
};
const yes: Condition = { kind: 'hours', open: true };
const no: Condition = { kind: 'attachment' };

test.each<[Condition, boolean]>([
  [{ kind: 'all', of: [] }, true],
  [{ kind: 'any', of: [] }, false],
  [{ kind: 'all', of: [yes, no] }, false],
  [{ kind: 'any', of: [no, yes] }, true],
  [{ kind: 'not', of: { kind: 'any', of: [no, { kind: 'not', of: yes }] } }, true],
  [{ kind: 'text', in: 'subject', how: 'contains', words: ['zebra', 'ou est mon colis'] }, true],
  [{ kind: 'text', in: 'subject', how: 'begins', words: ['where'] }, false],
  [{ kind: 'text', in: 'body', how: 'is', words: ['where is it?'] }, true],
  [{ kind: 'text', in: 'from', how: 'contains', words: ['@SHOP.example'] }, true],
  [{ kind: 'status', any: ['new', 'open'] }, true],
  [{ kind: 'tag', any: ['refund', 'vip'] }, true],
  [{ kind: 'assignee', is: 'nobody' }, true],
  [{ kind: 'assignee', is: 'somebody' }, false],
  [{ kind: 'channel', any: [known.channelId] }, true],
  [{ kind: 'field', fieldId, how: 'at-least', values: ['9'] }, true],
  [{ kind: 'field', fieldId, how: 'is', values: ['1', '12'] }, true],
  [{ kind: 'field', fieldId, how: 'empty', values: [] }, false],
])('%j is %s', (condition, expected) => {
  expect(Condition.safeParse(condition).success).toBe(true);
  expect(holds(condition, known)).toBe(expected);
});

test('a condition that is nested deeper than anybody reads is refused', () => {
  let deep: unknown = yes;
  for (let level = 0; level < 6; level += 1) deep = { kind: 'not', of: deep };
  expect(Condition.safeParse(deep).success).toBe(true);
  expect(Condition.safeParse({ kind: 'not', of: deep }).success).toBe(false);
});

test('what a rule or a machine does is an occasion for nothing: rules can not set each other off', () => {
  const facts = [
    { type: 'status-changed', from: 'new', to: 'resolved' },
    { type: 'tagged', tag: 'vip' },
    { type: 'field-changed', fieldId, name: 'Order', from: null, to: '1' },
  ] as const;
  for (const body of facts) {
    expect(occasionsOf(body, 'system')).toEqual([]);
    expect(occasionsOf(body, 'operator')).toHaveLength(1);
  }
  const assigned = {
    type: 'assigned',
    from: null,
    to: '0195c0de-0000-7000-8000-000000000003' as OperatorId,
  } as const;
  expect(occasionsOf(assigned, 'system')).toEqual([]);
  const mail = { type: 'message-received', messageId: assigned.to as never, automatic: true } as const;
  expect(occasionsOf(mail, 'customer')).toEqual([]);
});

test('a trigger that names something waits for just that', () => {
  expect(triggers({ kind: 'status-changed', to: [] }, { kind: 'status-changed', to: ['spam'] })).toBe(true);
  expect(triggers({ kind: 'status-changed', to: ['open'] }, { kind: 'status-changed', to: ['spam'] })).toBe(
    false,
  );
  expect(triggers({ kind: 'tag-added', tags: ['vip'] }, { kind: 'tag-added', tag: 'vip' })).toBe(true);
  expect(triggers({ kind: 'field-changed', fieldId: null }, { kind: 'field-changed', fieldId })).toBe(true);
  expect(triggers({ kind: 'no-reply', minutes: 5 }, { kind: 'no-reply', minutes: 6 })).toBe(false);
  expect(triggers({ kind: 'reply-sent' }, { kind: 'message-received' })).toBe(false);
});

test('a status is asked for by its category, with every name in it, or by a name', () => {
  const asks = (...any: Extract<Condition, { kind: 'status' }>['any']) =>
    holds({ kind: 'status', any }, known);
  expect(asks('open')).toBe(true);
  expect(asks('waiting', escalated)).toBe(true);
  expect(asks('waiting', refunded)).toBe(false);
});

test('a category is entered once: another name within it is an occasion for who waits for that name, or for any change', () => {
  const named = (id: StatusId) => ({ id, name: 'A name' });
  const into = { type: 'status-changed', from: 'waiting', to: 'open', named: named(escalated) } as const;
  const within = { ...into, from: 'open', fromNamed: named(refunded) } as const;
  const back = { type: 'status-changed', from: 'open', to: 'open', fromNamed: named(escalated) } as const;
  const starts = (body: EventBody, ...to: Extract<Trigger, { kind: 'status-changed' }>['to']) =>
    occasionsOf(body, 'operator').some((occasion) => triggers({ kind: 'status-changed', to }, occasion));
  expect([starts(into, 'open'), starts(within, 'open'), starts(back, 'open')]).toEqual([true, false, false]);
  expect([starts(into, escalated), starts(within, escalated), starts(back, escalated)]).toEqual([
    true,
    true,
    false,
  ]);
  expect([starts(into), starts(within), starts(back)]).toEqual([true, true, true]);
  const again = { type: 'status-changed', from: 'snoozed', to: 'snoozed', until: 7 } as const;
  expect(starts(again, 'snoozed')).toBe(true);
});
