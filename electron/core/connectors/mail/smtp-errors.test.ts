import { expect, test } from 'vitest';
import { asSmtpError, readableReply } from './smtp-errors.ts';

const failure = (code: string, reply: string, command = 'DATA') =>
  Object.assign(new Error('failed'), {
    code,
    command,
    response: reply,
    responseCode: Number(reply.slice(0, 3)),
  });

test.each([
  ['EAUTH', '535 5.7.8 wrong', 'AUTH PLAIN', 'credentials-rejected', 'never', 'channel'],
  ['EAUTH', '454 4.7.0 temporary failure', 'AUTH PLAIN', 'server-busy', 'later', 'channel'],
  ['EENVELOPE', '530 5.7.0 log in first', 'MAIL FROM', 'credentials-rejected', 'never', 'channel'],
  [
    'EENVELOPE',
    '421 4.7.28 rate limit, try again in 5 minutes',
    'MAIL FROM',
    'server-busy',
    300_000,
    'channel',
  ],
  [
    'EENVELOPE',
    '450 4.2.0 greylisted, please try again in 30 seconds',
    'RCPT TO',
    'server-busy',
    30_000,
    'message',
  ],
  ['EENVELOPE', '550 5.1.1 unknown', 'RCPT TO', 'recipient-refused', 'never', 'message'],
  ['EENVELOPE', '550 5.7.1 not you', 'MAIL FROM', 'sender-refused', 'never', 'message'],
  ['EENVELOPE', '550 5.6.7 no SMTPUTF8', 'RCPT TO', 'address-not-supported', 'never', 'message'],
  ['EMESSAGE', '552 5.3.4 too big', 'DATA', 'message-too-large', 'never', 'message'],
  ['EMESSAGE', '554 5.7.1 spam', 'DATA', 'message-refused', 'never', 'message'],
  ['EMESSAGE', '451 4.3.0 later', 'DATA', 'server-busy', 'later', 'message'],
  ['EMESSAGE', '421 4.3.2 closing', 'DATA', 'server-busy', 'later', 'channel'],
  ['EPROTOCOL', '554 5.3.2 no service', 'CONN', 'server-refused', 'never', 'channel'],
  ['ETLS', '454 4.7.0 TLS not available', 'STARTTLS', 'tls-failed', 'later', 'channel'],
] as const)('%s with "%s" to %s is %s', (...row) => {
  const [code, reply, command, expected, retry, scope] = row;
  const error = asSmtpError(failure(code, reply, command));
  expect(error).toMatchObject({
    code: expected,
    retry,
    effect: 'none',
    detail: { server: 'smtp', scope, reply },
  });
});

test('a reply is plain words without control characters, without the addresses it repeats, and short', () => {
  const reply = readableReply('550 5.1.1 <carla@customer.example>:\r\n\u001b[31m unknown', [
    'carla@customer.example',
  ]);
  expect(reply).toBe('550 5.1.1 <…>: [31m unknown');
  expect(readableReply('x'.repeat(1_000), [])).toHaveLength(300);
});
