import { expect, test } from 'vitest';
import { hitEnd, hitStart, toHighlight } from './search-text-rules.ts';

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
