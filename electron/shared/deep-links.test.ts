import { expect, test } from 'vitest';
import { parseDeepLink } from './deep-links.ts';

const client = '019a0000-0000-7000-8000-000000000001';
const conversation = '019a0000-0000-7000-8000-000000000002';

test('a conversation is named by its client and its id', () => {
  expect(parseDeepLink(`liaison://conversation/${client}/${conversation}`)).toEqual({
    kind: 'conversation',
    clientId: client,
    conversationId: conversation,
  });
});

test.each([
  'liaison://conversation/1/2',
  `liaison://conversation/${client}`,
  `liaison://conversation/${client}/${conversation}/more`,
  `liaison://settings/${client}/${conversation}`,
  'https://example.com/',
  'mailto:',
  'mailto:not-an-address',
  'mailto:a@example.com?subject=%E0%A4%A',
  'mailto:a@example.com,bad',
  'not a link',
  `mailto:a@example.com?body=${'x'.repeat(9000)}`,
])('%s leads nowhere', (link) => {
  expect(parseDeepLink(link)).toBeNull();
});

test('a mailto link brings its recipients, subject and text, and nothing else (RFC 6068)', () => {
  const link =
    'mailto:a%40b@example.com?cc=x@example.com,y@example.com&SUBJECT=One%0d%0aBcc:%20z@example.com&body=1+1%0D%0A2&attach=/etc/passwd&bcc=q@example.com';
  expect(parseDeepLink(link.replace('a%40b@', 'a@'))).toEqual({
    kind: 'compose',
    to: ['a@example.com'],
    cc: ['x@example.com', 'y@example.com'],
    subject: 'One Bcc: z@example.com',
    body: '1+1\n2',
  });
});

test('recipients may stand in the path and in `to`', () => {
  expect(parseDeepLink('mailto:a@example.com,b@example.com?to=c@example.com')).toMatchObject({
    to: ['a@example.com', 'b@example.com', 'c@example.com'],
  });
});
