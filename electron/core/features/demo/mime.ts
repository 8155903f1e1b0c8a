import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Participant } from '../../../shared/conversations.ts';
import type { ReceivedAttachment } from '../../../shared/received.ts';
import type { PlannedTurn } from './plan.ts';

export interface Written {
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly attachments: readonly ReceivedAttachment[];
}

/** The mail as it would have come over the wire: so that attachments are read and exports made as of any other. */
export async function writeMail(
  turn: PlannedTurn,
  people: { from: Participant; to: Participant },
): Promise<Written> {
  const bytes = await new MailComposer({
    from: people.from,
    to: people.to,
    subject: turn.subject,
    date: new Date(turn.at),
    messageId: `<${turn.messageId}>`,
    references: turn.references.map((id) => `<${id}>`),
    ...(turn.references.length > 0 ? { inReplyTo: `<${turn.references.at(-1)}>` } : {}),
    text: turn.quoted === '' ? turn.text : `${turn.text}\n\n${turn.quoted}\n`,
    ...(turn.markup === null ? {} : { html: turn.markup }),
    ...(turn.automatic ? { headers: { 'Auto-Submitted': 'auto-replied' } } : {}),
    attachments: turn.files.map((file) => ({
      filename: file.name,
      content: file.bytes,
      contentType: file.type,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  const attachments = turn.files.map((file, part) => ({
    part,
    name: file.name,
    type: file.type,
    size: file.bytes.length,
    contentId: null,
    inline: false,
  }));
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), attachments };
}
