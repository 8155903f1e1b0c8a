import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Participant } from '../../../shared/conversations.ts';
import type { KeptMessage } from './queries.ts';

/** Controls and line ends would begin headers of their own. */
const inHeader = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
const asAddress = ({ name, address }: Participant) => ({ name: inHeader(name), address: inHeader(address) });
/** A Message-ID that a mail can carry (RFC 5322, 3.6.4); any other is left out. */
const isId = (id: string): boolean => /^[^\s<>]+@[^\s<>]+$/.test(id);

/**
 * A message of a channel that has no mail's bytes, as a mail (RFC 5322): what is known of it and nothing that is not.
 * `X-Liaison-Copy` says that it never went over a wire like this.
 */
export function rebuildMail(message: KeptMessage): Promise<Buffer> {
  const { internetMessageId, references } = message;
  const ids = references.filter(isId);
  return new MailComposer({
    from: asAddress(message.from),
    to: message.to.map(asAddress),
    cc: message.cc.map(asAddress),
    subject: inHeader(message.subject),
    date: new Date(message.sentAt),
    ...(internetMessageId !== null && isId(internetMessageId) ? { messageId: `<${internetMessageId}>` } : {}),
    ...(ids.length > 0 ? { references: ids.map((id) => `<${id}>`) } : {}),
    headers: { 'X-Liaison-Copy': 'rebuilt' },
    text: [message.text, message.quotedText].filter((part) => part !== '').join('\n\n'),
    ...(message.html === null ? {} : { html: message.html }),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
