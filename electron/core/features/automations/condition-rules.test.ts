import { expect, test } from 'vitest';
import { Condition } from '../../../shared/automations.ts';
import type { ChannelId, FieldId, OperatorId } from '../../../shared/ids.ts';
import { holds, triggers, type Known } from './condition-rules.ts';
import { occasionsOf } from './occasion-rules.ts';

const fieldId = '0195c0de-0000-7000-8000-000000000001' as FieldId;
const known: Known = {
  standing: {
    ...{ status: 'open', snoozedUntil: null, assigneeId: null },
    ...{ tags: ['late', 'vip'], fields: { [fieldId]: '12' } },
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
  expect(triggers({ kind: 'status-changed', to: [] }, { kind: 'status-changed', to: 'spam' })).toBe(true);
  expect(triggers({ kind: 'status-changed', to: ['open'] }, { kind: 'status-changed', to: 'spam' })).toBe(
    false,
  );
  expect(triggers({ kind: 'tag-added', tags: ['vip'] }, { kind: 'tag-added', tag: 'vip' })).toBe(true);
  expect(triggers({ kind: 'field-changed', fieldId: null }, { kind: 'field-changed', fieldId })).toBe(true);
  expect(triggers({ kind: 'no-reply', minutes: 5 }, { kind: 'no-reply', minutes: 6 })).toBe(false);
  expect(triggers({ kind: 'reply-sent' }, { kind: 'message-received' })).toBe(false);
});
