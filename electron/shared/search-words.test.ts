import { expect, test } from 'vitest';
import { replaceWord, wordAt, writeValue } from './search-words.ts';

/** The caret is where the bar stands. */
const at = (marked: string) => {
  const caret = marked.indexOf('|');
  return { text: marked.replace('|', ''), caret };
};

test.each([
  ['|', null, '', false],
  ['fr|', null, 'fr', false],
  ['refund from:car|', 'from', 'car', false],
  ['from:|', 'from', '', false],
  ['-tag:ur|gent order', 'tag', 'urgent', true],
  ['from:"Carla C|" x', 'from', 'Carla C', false],
  ['from:"Carla C|', 'from', 'Carla C', false],
  ['a | b', null, '', false],
  ['http://x|', null, 'http://x', false],
  ['FROM:x|', 'from', 'x', false],
  ['field:or|', 'field', 'or', false],
  ['-field:Order=la|', 'field', 'Order=la', true],
  ['a field:"Order number"="late p|', 'field', 'Order number=late p', false],
  ['a=b|', null, 'a=b', false],
])('%s', (marked, operator, text, not) => {
  const typed = at(marked);
  expect(wordAt(typed.text, typed.caret)).toMatchObject({ operator, text, not });
});

test.each([
  ['fr|', 'from', null, 'from:|'],
  ['refund -ta| now', 'tag', null, 'refund -tag:| now'],
  ['from:car|', 'from', 'carla@customer.example', 'from:carla@customer.example |'],
  ['from:car| now', 'from', 'Carla C', 'from:"Carla C" |now'],
  ['field:or|', 'field', 'Order number=', 'field:"Order number"=|'],
  ['field:"Order number"=|', 'field', 'Order number=late parcel', 'field:"Order number"="late parcel" |'],
] as const)('%s becomes %s:%s', (marked, operator, value, expected) => {
  const { text, caret } = at(marked);
  const done = replaceWord(text, { word: wordAt(text, caret), by: { operator, value } });
  expect(`${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`).toBe(expected);
});

test('a value with a space stands in quotes, and brings none of its own', () => {
  expect(writeValue('tag', 'urgent')).toBe('urgent');
  expect(writeValue('tag', 'call "back" now')).toBe('"call back now"');
});
