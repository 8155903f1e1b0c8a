import { expect, test } from 'vitest';
import { linkParts } from './link-parts.ts';

const links = (text: string) =>
  linkParts(text)
    .filter((part) => part.href !== null)
    .map((part) => part.text);

test.each([
  ['no link here', []],
  ['see https://example.com/a.', ['https://example.com/a']],
  ['(https://example.com/a_(b))', ['https://example.com/a_(b)']],
  [
    'http://a.example and HTTPS://B.example/x?y=1&z=2#f!',
    ['http://a.example', 'HTTPS://B.example/x?y=1&z=2#f'],
  ],
  ['javascript:alert(1) ftp://x file:///etc/passwd', []],
  ['https://', []],
])('%s', (text, found) => {
  expect(links(text)).toEqual(found);
  expect(
    linkParts(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
