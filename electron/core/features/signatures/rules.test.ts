import { describe, expect, it } from 'vitest';
import type { Signature } from '../../../shared/composing.ts';
import type { ChannelId, OperatorId, SignatureId } from '../../../shared/ids.ts';
import { filled, isSameScope, signatureFor, unknownPlaceholder } from './rules.ts';

const ada = 'ada' as OperatorId;
const mail = 'mail' as ChannelId;
const anybody = { operatorId: null, address: null, channelId: null };
const one = (text: string, scope: Partial<Signature>): Signature => ({
  ...anybody,
  ...scope,
  id: text as SignatureId,
  text,
});

describe('the most specific signature counts', () => {
  const all = [
    one('client', {}),
    one('channel', { channelId: mail }),
    one('address', { address: 'Orders@Northwind.example' }),
    one('person', { operatorId: ada }),
    one('person at address', { operatorId: ada, address: 'orders@northwind.example' }),
  ];
  it.each([
    ['ada', 'mail', 'orders@northwind.example', 'person at address'],
    ['ada', 'mail', 'help@northwind.example', 'person'],
    ['bea', 'mail', 'orders@northwind.example', 'address'],
    ['bea', 'mail', 'help@northwind.example', 'channel'],
    ['bea', 'other', 'help@northwind.example', 'client'],
  ])('%s through %s from %s: %s', (operatorId, channelId, address, text) => {
    const sender = { operatorId: operatorId as OperatorId, channelId: channelId as ChannelId, address };
    expect(signatureFor(all, sender)?.text).toBe(text);
  });

  it('and where none fits there is none', () => {
    const sender = { operatorId: ada, channelId: mail, address: 'help@northwind.example' };
    expect(signatureFor([one('other', { channelId: 'other' as ChannelId })], sender)).toBeNull();
  });
});

const values = {
  'operator.name': 'Ada {{client.name}} Lovelace',
  'operator.first_name': 'Ada',
  'client.name': 'Northwind',
  'identity.name': '',
  'identity.address': 'help@northwind.example',
};

it('puts values in once, and drops a line of which nothing is left', () => {
  const text = '{{ operator.name }}\r\n{{identity.name}}\n\n{{client.name}} · {{identity.address}}';
  expect(filled(text, values)).toBe('Ada {{client.name}} Lovelace\n\nNorthwind · help@northwind.example');
});

it('names what it does not know, Liquid among it', () => {
  expect(unknownPlaceholder('{{operator.name}} {{ client.name }}')).toBeNull();
  expect(unknownPlaceholder('{{operator.password}}')).toBe('operator.password');
  expect(unknownPlaceholder('{{ client.name | upcase }}')).toBe('client.name | upcase');
});

it('two for the same senders are the same, whatever the case of the address', () => {
  const scope = { ...anybody, address: 'A@b.example' };
  expect(isSameScope(scope, { ...anybody, address: 'a@B.example' })).toBe(true);
  expect(isSameScope(scope, anybody)).toBe(false);
});
