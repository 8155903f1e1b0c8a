import type { Participant } from '../conversations.ts';
import type { ReceivedMessage } from '../received.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character);

/** What a mail program with a taste for markup makes of a text, with the invisible image that tells on its reader. */
export function htmlOf(text: string, { key, rightToLeft }: { key: string; rightToLeft: boolean }): string {
  const paragraphs = text
    .split('\n\n')
    .map((paragraph) => `<p style="margin:0 0 12px">${escape(paragraph).replaceAll('\n', '<br>')}</p>`);
  const tracker = `<img src="https://open.mailtrack.example/o.gif?m=${encodeURIComponent(key)}" width="1" height="1" alt="">`;
  const direction = rightToLeft ? ' dir="rtl"' : '';
  return `<html><body${direction}><div style="font-family:Georgia,serif;color:#333">${paragraphs.join('')}</div>${tracker}</body></html>`;
}

/** The quoted part of an answer: who wrote it and when, then every line with its mark. */
export const quoteOf = (line: string, text: string): string =>
  [line, ...text.split('\n').map((written) => `> ${written}`)].join('\n');

/** A customer's mail as a connector hands it over. */
export function receivedLetter(
  letter: Pick<ReceivedMessage, 'subject' | 'text' | 'references'> & {
    key: string;
    from: Participant;
    to: Participant;
    at: number;
    messageId: string;
  } & Partial<Omit<ReceivedMessage, 'to'>>,
): ReceivedMessage {
  const { key, to, at, messageId, ...rest } = letter;
  return {
    dedupKey: key,
    direction: 'inbound',
    internetMessageId: messageId,
    to: [to],
    cc: [],
    quotedText: '',
    html: null,
    automatic: false,
    unreadable: false,
    sentAt: at,
    receivedAt: at,
    attachments: [],
    source: null,
    sourceSha256: null,
    copy: null,
    ...rest,
  };
}
