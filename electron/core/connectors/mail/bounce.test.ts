import { expect, test } from 'vitest';
import { bounceOf } from './bounce.ts';
import { parseMessage } from './parse-message.ts';

const report = (action: string, status: string): string[] => [
  'Return-Path: <>',
  'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
  'To: help@northwind.example',
  'Subject: Delivery report',
  'Message-ID: <report@mx.example>',
  'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain',
  '',
  'This is the mail system.',
  '--b',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.example',
  '',
  'Final-Recipient: rfc822; Carla@customer.example',
  `Action: ${action}`,
  `Status: ${status}`,
  'Diagnostic-Code: smtp; 550 5.1.1 <carla@customer.example>:',
  ' no such user here',
  '--b',
  'Content-Type: text/rfc822-headers',
  '',
  'Message-ID: <reply@northwind.example>',
  'Subject: Re: Where is my parcel?',
  '--b--',
];

async function readBounce(lines: readonly string[]) {
  const bytes = Buffer.from(lines.join('\r\n'));
  const raw = { bytes, receivedAt: 0, copy: null, place: 'received', ownAddresses: [] } as const;
  return bounceOf(bytes, await parseMessage(raw));
}

test('a report of RFC 3464 names the message, the recipient and what the server said', async () => {
  expect(await readBounce(report('failed', '5.1.1'))).toEqual({
    messageId: 'reply@northwind.example',
    failed: [
      {
        address: 'carla@customer.example',
        status: '5.1.1',
        reason: '550 5.1.1 <carla@customer.example>: no such user here',
      },
    ],
  });
});

test.each([
  ['delayed', '4.4.1'],
  ['delivered', '2.0.0'],
  ['relayed', '2.0.0'],
  ['expanded', '2.0.0'],
])('what was %s has not come back', async (action, status) => {
  expect(await readBounce(report(action, status))).toBeNull();
});

test('a server with words of its own is understood as well', async () => {
  const bounce = await readBounce([
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example',
    'To: help@northwind.example',
    'Subject: failure notice',
    '',
    'Hi. This is the qmail-send program at mx.example.',
    "To help@northwind.example: I wasn't able to deliver your message.",
    '',
    '<carla@customer.example>:',
    '550 mailbox unavailable (#5.7.1)',
    '',
    '--- Below this line is a copy of the message.',
    '',
    'From: Northwind <help@northwind.example>',
    'Message-Id: <reply@northwind.example>',
    '',
    'It left our house this morning.',
  ]);
  expect(bounce).toEqual({
    messageId: 'reply@northwind.example',
    failed: [
      { address: 'carla@customer.example', status: '5.7.1', reason: '550 mailbox unavailable (#5.7.1)' },
    ],
  });
});

test.each([
  ['an absence', ['From: carla@customer.example', 'Auto-Submitted: auto-replied', 'Subject: Out of office']],
  ['a person', ['From: carla@customer.example', 'Subject: Undeliverable parcel']],
  [
    'a warning',
    ['From: mailer-daemon@mx.example', 'Subject: Warning: could not send message for past 4 hours'],
  ],
])('%s is no bounce', async (_name, header) => {
  const words = 'Your message could not be delivered to the desk: 550 mailbox not found.';
  expect(await readBounce([...header, 'To: help@northwind.example', '', words])).toBeNull();
});

test('a report made to be slow takes no time to speak of', async () => {
  const blank = '\r\n'.repeat(120_000);
  const lines = [
    ...report('failed', '5.1.1').slice(0, -1),
    blank,
    `message-id:${' '.repeat(50_000)}`,
    '--b--',
  ];
  expect((await readBounce(lines))?.messageId).toBe('reply@northwind.example');
});
