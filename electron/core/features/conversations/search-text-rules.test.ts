import { expect, test } from 'vitest';
import { hitEnd, hitStart, toHighlight, toMatchExpression } from './search-text-rules.ts';

test.each([
  ['parcel', '"parcel"*'],
  ['late parcel', '"late" AND "parcel"*'],
  ['late parcel ', '"late" AND "parcel"'],
  ['"late parcel"', '"late parcel"'],
  ['“late parcel” blue', '"late parcel" AND "blue"*'],
  ['one "two three', '"one" AND "two three"'],
  ['a OR b*', '"a" AND "OR" AND "b*"*'],
  ['subject:(x) -y ^z', '"subject:(x)" AND "-y" AND "^z"*'],
  ['ana@x.example', '"ana@x.example"*'],
  ['طلب', '"طلب"*'],
])('%s becomes %s', (text, expected) => expect(toMatchExpression(text)).toBe(expected));

test.each(['', '   ', '"', '""', '***', '()', '- + ?', '\u0000', '😀'])('%j has no word', (text) => {
  expect(toMatchExpression(text)).toBeNull();
});

test('a text of very many words is cut', () => {
  expect(toMatchExpression('word '.repeat(100))?.split(' AND ')).toHaveLength(20);
});

test('marks become parts, and a mail that contains marks loses no letter', () => {
  const mark = (text: string) => text.replaceAll('[', hitStart).replaceAll(']', hitEnd);
  expect(toHighlight(mark('a [b] c'))).toEqual([
    { text: 'a ', hit: false },
    { text: 'b', hit: true },
    { text: ' c', hit: false },
  ]);
  expect(toHighlight(mark('[a][b]'))).toEqual([
    { text: 'a', hit: true },
    { text: 'b', hit: true },
  ]);
  for (const odd of ['a]b', 'a[b', '[[a]]', '][', '']) {
    const parts = toHighlight(mark(odd));
    expect(parts.map((part) => part.text).join('')).toBe(odd.replaceAll(/[[\]]/g, ''));
  }
});
