import { expect, test } from 'vitest';
import { isOpen, noServers } from './mailbox-values.ts';

const found = { host: 'imap.example.org', port: 993, tls: 'tls' } as const;

test.each([
  ['an empty one', noServers.imap, undefined, true],
  ['the one that was found', found, { ...found }, true],
  ['the one that was found, at another port', { ...found, port: 143 }, found, false],
  ['the one that was found, otherwise encrypted', { ...found, tls: 'starttls' }, found, false],
  ['one that is kept, where nothing was searched for', found, undefined, false],
] as const)('%s may be replaced when the address changes: %#', (_, server, last, open) => {
  expect(isOpen(server, last)).toBe(open);
});
