import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { ReceivedMessage } from '../../electron/shared/received.ts';
import { aMessage } from './a-message.ts';

export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array | string;
  /** Without angle brackets: it stands in the message's markup. */
  readonly contentId?: string;
}

/** A customer's mail with files, as a connector hands it over: its bytes say what it says. */
export async function mailWithFiles(
  details: Partial<ReceivedMessage>,
  files: readonly SentFile[],
): Promise<ReceivedMessage> {
  const plain = aMessage(details);
  const source = await new MailComposer({
    from: plain.from,
    to: [...plain.to],
    subject: plain.subject,
    messageId: `<${plain.internetMessageId}>`,
    date: new Date(plain.sentAt),
    text: plain.text,
    attachments: files.map(({ name, type, bytes, contentId }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes),
      contentTransferEncoding: 'base64',
      ...(contentId === undefined ? {} : { cid: contentId, contentDisposition: 'inline' }),
    })),
    newline: 'win',
  })
    .compile()
    .build();
  const attachments = files.map(({ name, type, bytes, contentId }, part) => ({
    part,
    name,
    type,
    size: Buffer.from(bytes).byteLength,
    contentId: contentId ?? null,
    inline: contentId !== undefined,
  }));
  return aMessage({ ...plain, source, attachments });
}
