import { describe, expect, test } from 'vitest';
import { isSlip, likenessOf, plainAddress, slipsOf, type Comparable } from './duplicate-rules.ts';

const who = (details: Partial<Comparable>): Comparable => ({
  name: '',
  addresses: [],
  phones: [],
  ...details,
});

test.each([
  ['carla+shop@customer.example', 'carla@customer.example'],
  ['c.arla+x@gmail.com', 'carla@gmail.com'],
  ['c.arla@customer.example', 'c.arla@customer.example'],
  ['+odd@customer.example', '+odd@customer.example'],
])('%s is the mailbox %s', (address, plain) => expect(plainAddress(address)).toBe(plain));

describe('two contacts may be one person', () => {
  test.each<[string, Partial<Comparable>, Partial<Comparable>, string[]]>([
    [
      'by name and domain, in whatever order and with whatever accents',
      { name: 'María Pérez', addresses: ['maria@acme.example'] },
      { name: 'Perez, Maria', addresses: ['m.perez@acme.example'] },
      ['name-and-domain'],
    ],
    [
      'not by one word as a name among everybody',
      { name: 'Maria', addresses: ['maria.one@gmail.com'] },
      { name: 'Maria', addresses: ['other.two@gmail.com'] },
      [],
    ],
    ['not without a name', { addresses: ['a@acme.example'] }, { addresses: ['b@acme.example'] }, []],
    [
      'by phone, with and without the country',
      { phones: ['+49 170 1234567'] },
      { phones: ['0170/1234567'] },
      ['phone'],
    ],
    ['not by an extension', { phones: ['12345'] }, { phones: ['12345'] }, []],
    [
      'by plus-addressing',
      { addresses: ['carla+a@customer.example'] },
      { addresses: ['carla+b@customer.example'] },
      ['plus-address'],
    ],
    [
      'by a slip in the domain',
      { addresses: ['carla.smith@gmial.com'] },
      { addresses: ['carla.smith@gmail.com'] },
      ['typing-error'],
    ],
  ])('%s', (_, one, other, because) => {
    expect(likenessOf(who(one), who(other))).toEqual(because);
    expect(likenessOf(who(other), who(one))).toEqual(because);
  });
});

test.each([
  ['carlotta@customer.example', 'carlota@customer.example', true],
  ['carlotta@customer.example', 'calrotta@customer.example', true],
  ['carlotta@customer.example', 'carlotta@custmer.example', true],
  ['carlotta@customer.example', 'carlotta@customer.example', false],
  ['carlota@customer.example', 'carlotta@custmer.example', false],
  ['anna@customer.example', 'anne@customer.example', false],
  ['order1@customer.example', 'order2@customer.example', false],
  ['support@customer.example', 'supports@customer.example', false],
  ['carlotta@gmx.de', 'carlotta@gmx.net', false],
])('%s and %s: %s', (one, other, expected) => {
  expect(isSlip(one, other)).toBe(expected);
  expect(isSlip(other, one)).toBe(expected);
});

test('every address one edit away is looked up, and not the address itself', () => {
  const slips = slipsOf('carlotta@gmail.com');
  expect(slips).toContain('carlota@gmail.com');
  expect(slips).toContain('carlotta@gmial.com');
  expect(slips).toContain('carl.otta@gmail.com');
  expect(slips).not.toContain('carlotta@gmail.com');
  expect(slips.length).toBeLessThan(2_500);
});
