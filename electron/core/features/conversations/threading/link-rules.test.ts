import { expect, test } from 'vitest';
import { addressKeyOf, customerOf, mayFollow, mayPrecede, momentOf } from './link-rules.ts';

const own = new Set(['help@brand.example']);
const asked = {
  kind: 'inbound',
  from: 'a@x.example',
  recipients: ['help@brand.example', 'b@x.example'],
} as const;
const ours = { kind: 'outbound', from: 'help@brand.example', recipients: ['a@x.example'] } as const;
const by = (from: string, recipients: string[] = ['help@brand.example']) =>
  ({ kind: 'inbound', from, recipients }) as const;

test('an answer follows only from somebody who took part, or from us', () => {
  expect(mayFollow(by('a@x.example'), asked, own)).toBe(true);
  expect(mayFollow(by('b@x.example'), asked, own)).toBe(true);
  expect(mayFollow(by('c@x.example'), asked, own)).toBe(false);
  expect(mayFollow(by('help@brand.example'), asked, own)).toBe(false);
  expect(mayFollow(ours, asked, own)).toBe(true);
  expect(mayFollow(by('a@x.example'), ours, own)).toBe(true);
  expect(mayFollow(by('b@x.example'), ours, own)).toBe(false);
});

test('an older message precedes an answer only where the answer speaks to its writer', () => {
  expect(mayPrecede(asked, by('a@x.example'), own)).toBe(true);
  expect(mayPrecede(asked, ours, own)).toBe(true);
  expect(mayPrecede(ours, by('a@x.example'), own)).toBe(true);
  const slipped = by('m@evil.example', ['help@brand.example', 'a@x.example']);
  expect(mayPrecede(slipped, by('a@x.example'), own)).toBe(false);
  expect(mayPrecede(slipped, by('a@x.example', ['m@evil.example']), own)).toBe(true);
});

test('the customer is who wrote to us, or the first stranger we wrote to', () => {
  const person = (address: string) => ({ name: '', address });
  const message = {
    from: person('Help@brand.example'),
    to: [person('HELP@brand.example'), person('a@x.example')],
    cc: [],
  };
  expect(customerOf({ ...message, kind: 'outbound' }, own).address).toBe('a@x.example');
  expect(customerOf({ ...message, kind: 'inbound' }, own).address).toBe('Help@brand.example');
  expect(customerOf({ ...message, to: [], cc: [person('c@x.example')], kind: 'outbound' }, own).address).toBe(
    'c@x.example',
  );
  expect(customerOf({ ...message, to: [], kind: 'outbound' }, own).address).toBe('Help@brand.example');
  expect(addressKeyOf(' Ana@Straße.example ')).toBe('ana@straße.example');
});

test('a message counts from when it was written, never from after it came, and always from some whole moment', () => {
  expect(momentOf({ sentAt: 1000, receivedAt: 5000 })).toBe(1000);
  expect(momentOf({ sentAt: 9000, receivedAt: 5000.7 })).toBe(5000);
  expect(momentOf({ sentAt: Number.NaN, receivedAt: 5000 })).toBe(5000);
  expect(momentOf({ sentAt: -5, receivedAt: 5000 })).toBe(0);
  expect(momentOf({ sentAt: Number.NaN, receivedAt: Number.NaN })).toBe(0);
});
