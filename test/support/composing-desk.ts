import type { Manner } from '../../electron/shared/composing.ts';
import type { ConversationId } from '../../electron/shared/ids.ts';
import { aMessage, anAnswerTo, aReplyTo } from './a-message.ts';
import { quickPace } from './outbox-desk.ts';
import type { SendingDesk } from './sending-desk.ts';

/** Nothing leaves while a test looks at what is queued. */
export const patient = { desk: { pace: { ...quickPace, undo: 60_000 } } };
/** Unsigned, quoting nothing. */
export const plain: Manner = { signed: false, quote: 'none', forwarded: [] };

/** The text of a plain mail, its soft line breaks undone. */
export function textOf(bytes: Buffer | undefined): string {
  const [head = '', ...rest] = (bytes?.toString('latin1') ?? '').split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const whole = /quoted-printable/i.test(head)
    ? body
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : /base64/i.test(head)
      ? Buffer.from(body, 'base64').toString('latin1')
      : body;
  return Buffer.from(whole, 'latin1').toString('utf8').replaceAll('\r\n', '\n').trim();
}

/** For everybody, with what the test cares about. */
export const signature = (details: object) => ({
  id: null,
  operatorId: null,
  address: null,
  channelId: null,
  text: '{{operator.name}}\n{{client.name}} · {{identity.address}}',
  ...details,
});

/** Carla's mail with a file and a picture inside its text, our answer, and her thanks. */
export function aThread(sending: SendingDesk): ConversationId {
  const { desk } = sending;
  const file = { type: 'application/pdf', size: 4, contentId: null, inline: false };
  const asked = aMessage({
    subject: 'Damaged tent',
    text: 'The pole is broken.',
    quotedText: '> an older word',
    html: '<p>The pole is broken. <img src="cid:x"></p>',
    attachments: [
      { ...file, part: 0, name: 'invoice.pdf' },
      { ...file, part: 1, name: 'logo.png', type: 'image/png', contentId: 'x', inline: true },
    ],
  });
  const answered = aReplyTo(asked, { text: 'We are sorry.' });
  const id = desk.receive(asked);
  desk.receive(answered);
  desk.receive(anAnswerTo(answered, { text: 'Thank you.' }));
  return id;
}
