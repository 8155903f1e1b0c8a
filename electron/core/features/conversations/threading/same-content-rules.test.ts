import { expect, test } from 'vitest';
import { contentTextOf, isSameContent, type Content } from './same-content-rules.ts';

const content = (text: string, more: Partial<Content> = {}): Content => ({
  text,
  quotedText: '',
  attachments: [],
  unreadable: false,
  ...more,
});
const invoice = { name: 'invoice.pdf', size: 1_000 };
const listFooter =
  '_______________________________________________\nDesk mailing list\nhttps://lists.example/desk';

test.each([
  ['wrapped in another way', content('One long line of words.'), content('One long line\r\n  of words.')],
  ['with the footer of a list', content('Hello\nthere'), content(`Hello\nthere\n${listFooter}`)],
  [
    'with the footer of RFC 3676',
    content('Hello'),
    content('Hello\n-- \nUnsubscribe: https://lists.example'),
  ],
  ['with a banner', content('Hello'), content('CAUTION: from outside\n==========\nHello')],
  ['with its quote found elsewhere', content('Yes.', { quotedText: '> Is it?' }), content('> Is it?\nYes.')],
  ['without its files', content('See there', { attachments: [invoice] }), content('See there')],
  ['that nobody could read', content('Hello'), content('', { unreadable: true })],
  ['without words', content('', { attachments: [invoice] }), content('', { attachments: [invoice] })],
])('a copy %s is the same mail', (_name, one, other) => {
  expect(isSameContent(one, other)).toBe(true);
  expect(isSameContent(other, one)).toBe(true);
});

test.each([
  ['words', content('Order 1 is late'), content('Order 2 is late')],
  ['one more sentence', content('Cancel it.'), content('Cancel it.\nNo, wait, keep it.')],
  ['words behind a divider that is not all they share', content('A\n-- \nB'), content('C\n-- \nB')],
  ['words where the other has none', content(''), content('Hello')],
  [
    'a file',
    content('Scan', { attachments: [invoice] }),
    content('Scan', { attachments: [{ name: 'invoice.pdf', size: 2_000 }] }),
  ],
])('another %s makes another mail', (_name, one, other) => {
  expect(isSameContent(one, other)).toBe(false);
  expect(isSameContent(other, one)).toBe(false);
});

test('its text stands for the content, whatever its spaces', () => {
  expect(contentTextOf(content('a b\nc'))).toBe(contentTextOf(content('a  b c\n')));
  expect(contentTextOf(content('a b'))).not.toBe(contentTextOf(content('a b', { attachments: [invoice] })));
});
