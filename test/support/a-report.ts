import { aMessage } from './a-message.ts';
import type { ReceivedMessage } from '../../electron/shared/received.ts';

export const refusal = '550 5.1.1 <carla@customer.example>: no such user here';

/** The bytes of a server's report (RFC 3464) about a message with that Message-ID. */
export const reportText = (
  about: string,
  { at, action = 'failed' }: { at: number; action?: string },
): string =>
  [
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
    'To: help@northwind.example',
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${new Date(at).toUTCString()}`,
    `Message-ID: <report-${action}@mx.example>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'Your message could not be delivered to one or more recipients.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; carla@customer.example',
    `Action: ${action}`,
    `Status: ${action === 'failed' ? '5.1.1' : '4.4.1'}`,
    `Diagnostic-Code: smtp; ${refusal}`,
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: <${about}>`,
    'From: Northwind <help@northwind.example>',
    'To: carla@customer.example',
    'Subject: Re: Where is my parcel?',
    '',
    'It left our house this morning.',
    '--b--',
    '',
  ].join('\r\n');

/** The same as a connector hands it over. */
export const aReportAbout = (
  failed: ReceivedMessage,
  details: Partial<ReceivedMessage> = {},
): ReceivedMessage =>
  aMessage({
    from: { name: 'Mail Delivery System', address: 'mailer-daemon@mx.example' },
    subject: 'Undelivered Mail Returned to Sender',
    text: 'Your message could not be delivered.',
    automatic: true,
    bounce: {
      messageId: failed.internetMessageId,
      failed: [{ address: 'carla@customer.example', status: '5.1.1', reason: refusal }],
    },
    sentAt: failed.sentAt + 60_000,
    ...details,
  });
