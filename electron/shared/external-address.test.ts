import { expect, test } from 'vitest';
import { corpusIsAbsent, hasCorpus, readCorpus } from '../../test/support/corpus.ts';
import { externalAddress } from './external-address.ts';

test.each([
  ['https://example.com', 'https://example.com/'],
  ['http://example.com/a?b#c', 'http://example.com/a?b#c'],
  ['HTTPS://EXAMPLE.com/A', 'https://example.com/A'],
  ['https://ⓑrand-a.example/', 'https://brand-a.example/'],
  ['https://brаnd-a.example/', 'https://xn--brnd-a-4nf.example/'],
])('%s may leave as %s', (address, expected) => {
  expect(externalAddress(address)).toBe(expected);
});

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'smb://host/share',
  '\\\\host\\share',
  'ms-officecmd:{}',
  'mailto:a@example.com',
  'https://bank.example@evil.example/',
  'https://',
  'example.com',
  '',
  `https://example.com/${'a'.repeat(9000)}`,
])('%s stays', (address) => {
  expect(externalAddress(address)).toBeNull();
});

test.skipIf(!hasCorpus)(
  `of hostile links only the web leaves${hasCorpus ? '' : ` (${corpusIsAbsent})`}`,
  () => {
    const { items } = readCorpus<{ items: { href: string }[] }>('links', 'links.json');
    const left = items.map(({ href }) => externalAddress(href)).filter((address) => address !== null);
    expect(items.length).toBeGreaterThan(10);
    for (const address of left) {
      const url = new URL(address);
      expect(['http:', 'https:']).toContain(url.protocol);
      expect(address).toMatch(/^[\x21-\x7e]+$/);
      expect(url.username).toBe('');
    }
  },
);
