import { createHash } from 'node:crypto';
import type { ReceivedMessage } from '../../electron/shared/received.ts';

let made = 0;

/** Bytes that say what the message says; headers enough to be told apart, no more. */
function sourceOf(message: Omit<ReceivedMessage, 'source' | 'sourceSha256'>): Buffer {
  const headers = [
    `Message-ID: <${message.internetMessageId ?? ''}>`,
    `From: ${message.from.name} <${message.from.address}>`,
    `To: ${message.to.map((to) => `<${to.address}>`).join(', ')}`,
    `Date: ${new Date(message.sentAt).toUTCString()}`,
    `Subject: ${message.subject}`,
  ];
  return Buffer.from(`${headers.join('\r\n')}\r\n\r\n${message.text}\r\n`);
}

/**
 * A customer's mail as a connector hands it over, with what the test cares about. `sentAt` sets `receivedAt` too unless
 * that is given; the dedup key follows the Message-ID as the mail connector makes it (`mid:<Message-ID>`).
 */
export function aMessage(details: Partial<ReceivedMessage> = {}): ReceivedMessage {
  made += 1;
  const internetMessageId =
    details.internetMessageId === undefined ? `message-${made}@customer.example` : details.internetMessageId;
  const sentAt = details.sentAt ?? details.receivedAt ?? Date.UTC(2026, 2, 4, 9, 0, made % 60);
  const message: Omit<ReceivedMessage, 'source' | 'sourceSha256'> = {
    dedupKey: internetMessageId === null ? `made:${made}` : `mid:${internetMessageId}`,
    direction: 'inbound',
    internetMessageId,
    references: [],
    from: { name: 'Carla Customer', address: 'carla@customer.example' },
    to: [{ name: 'Northwind', address: 'help@northwind.example' }],
    cc: [],
    subject: 'Where is my parcel?',
    text: 'I ordered a week ago and nothing has come.',
    quotedText: '',
    html: null,
    automatic: false,
    unreadable: false,
    sentAt,
    receivedAt: details.receivedAt ?? sentAt,
    attachments: [],
    copy: null,
    ...withoutBytes(details),
  };
  const source = details.source === undefined ? sourceOf(message) : details.source;
  const sourceSha256 = source === null ? null : createHash('sha256').update(source).digest('hex');
  return { ...message, source, sourceSha256 };
}

function withoutBytes(details: Partial<ReceivedMessage>): Partial<ReceivedMessage> {
  const { source: _source, sourceSha256: _sha256, ...rest } = details;
  return rest;
}

/** A reply of ours to that message, as it is found in the Sent mailbox. */
export const aReplyTo = (asked: ReceivedMessage, details: Partial<ReceivedMessage> = {}): ReceivedMessage =>
  aMessage({
    direction: 'outbound',
    from: asked.to[0] ?? { name: 'Northwind', address: 'help@northwind.example' },
    to: [asked.from],
    subject: `Re: ${asked.subject}`,
    text: 'It left our house this morning.',
    references: referencesAfter(asked),
    sentAt: asked.sentAt + 3_600_000,
    ...details,
  });

/** The customer's answer to a message of ours. */
export const anAnswerTo = (reply: ReceivedMessage, details: Partial<ReceivedMessage> = {}): ReceivedMessage =>
  aMessage({
    from: reply.to[0] ?? { name: 'Carla Customer', address: 'carla@customer.example' },
    to: [reply.from],
    subject: reply.subject,
    text: 'Thank you, it has come.',
    references: referencesAfter(reply),
    sentAt: reply.sentAt + 3_600_000,
    ...details,
  });

const referencesAfter = (message: ReceivedMessage): string[] => [
  ...message.references,
  ...(message.internetMessageId === null ? [] : [message.internetMessageId]),
];
