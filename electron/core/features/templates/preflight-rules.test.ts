import { describe, expect, test } from 'vitest';
import { awkwardContexts } from './awkward-rules.ts';
import { findingsOf } from './preflight-rules.ts';

const kindsOf = (text: string, unfilled: readonly string[] = []): string[] => [
  ...new Set(findingsOf({ text, unfilled, locale: 'en' }).map(({ kind }) => kind)),
];

describe('what a preflight finds in a rendered text', () => {
  test.each([
    ['Hello ,\nwe wrote.', ['blank']],
    ['Hello Ana ! Thanks', ['blank']],
    ['Your order () is here', ['blank']],
    ['About “”: done', ['blank']],
    ['Hello\n,\nbye', ['blank']],
    ['Hello,, Ana', ['doubled-punctuation']],
    ['It is done.. Bye', ['doubled-punctuation']],
    ['Thanks!!', ['doubled-punctuation']],
    ['It is done,. Bye', ['doubled-punctuation']],
    ['مرحبا،، كيف الحال', ['doubled-punctuation']],
    ['We wrote  to you', ['double-space']],
    ['Hello {{ name }}', ['markup']],
    ['Hello <b>Ana</b>', ['markup']],
    ['Fish &amp; chips', ['markup']],
    ['O&#39;Neil', ['markup']],
    [' \n ', ['empty']],
  ])('%j: %j', (text, kinds) => expect(kindsOf(text)).toEqual(kinds));

  test.each([
    'Hello Ana,\n\n  an indented line.\n\nWait... what?!',
    'See https://example.com/a..b?c=1,,2&lt;x; and 12:30, i.e., e.g., etc., at 3 < 5.',
    "Sinéad O’Brien-O'Neil",
    '5 > 3 & 2 < 4',
    'A list:\n- one\n- two',
  ])('nothing in %j', (text) => expect(findingsOf({ text, unfilled: [], locale: 'en' })).toEqual([]));

  test('French puts a space before its marks', () => {
    const text = 'Bonjour ! Ça va ? Oui ; voilà.';
    expect(findingsOf({ text, unfilled: [], locale: 'fr-CA' })).toEqual([]);
    expect(findingsOf({ text: 'Bonjour , Ana', unfilled: [], locale: 'fr' })).toHaveLength(1);
  });
  test('a placeholder, by name', () => {
    expect(findingsOf({ text: 'Order [order.number]', unfilled: ['order.number'], locale: 'en' })).toEqual([
      { kind: 'placeholder', excerpt: '[order.number]' },
    ]);
  });
  test('each with its own line around it', () => {
    const [finding] = findingsOf({
      text: 'One\nHello , how are you today, dear customer of ours?\nThree',
      unfilled: [],
      locale: 'en',
    });
    expect(finding?.excerpt).toBe('Hello , how are you today, dear');
  });
});

test('the awkward customers are who they are meant to be', () => {
  const table = new Map(
    awkwardContexts({ operator: null, client: { name: 'Northwind' } }).map((each) => [
      each.customer,
      each.context,
    ]),
  );
  expect(table.get('one-word')?.['customer']).toMatchObject({ name: 'Sukarno', first_name: 'Sukarno' });
  expect(table.get('family-name-first')?.['customer']).toMatchObject({ first_name: 'José' });
  expect(table.get('nobody')?.['customer']).toMatchObject({ name: null, first_name: null, email: null });
  expect(table.get('address-only')?.['customer']).toMatchObject({ name: null });
  expect(String(table.get('very-long')?.['customer']?.['name'])).toHaveLength(200);
  expect(String(table.get('right-to-left')?.['customer']?.['name'])).toMatch(/^\p{Script=Arabic}/u);
  expect(table.get('plain')?.['order']).toBeUndefined();
  expect(table.get('with-order')?.['order']).toMatchObject({ number: '100-2026' });
});
