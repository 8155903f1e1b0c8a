import type { Identity } from '../../../../electron/shared/channels.ts';
import type { Manner } from '../../../../electron/shared/composing.ts';
import type { TemplateId } from '../../../../electron/shared/ids.ts';
import type { Composer, OutgoingAttachment } from '../../../../electron/shared/outbox.ts';

/** What one writes in a composer. */
export interface ReplyContent {
  readonly text: string;
  readonly identity: Identity;
  readonly to: readonly Identity[];
  readonly cc: readonly Identity[];
  readonly bcc: readonly Identity[];
  readonly subject: string;
  readonly templateId: TemplateId | null;
  readonly attachments: readonly OutgoingAttachment[];
  /** Signed or not, and what is repeated below. */
  readonly manner: Manner;
}

const usualManner: Manner = { signed: true, quote: null, forwarded: [] };

export function initialContent({
  draft,
  identity,
  recipients,
  subject,
  attachments,
}: Composer): ReplyContent {
  const from = draft ?? { text: '', identity, recipients, subject, templateId: null, manner: usualManner };
  return {
    text: from.text,
    identity: from.identity,
    to: from.recipients.to,
    cc: from.recipients.cc,
    bcc: from.recipients.bcc,
    subject: from.subject,
    templateId: from.templateId,
    attachments,
    manner: from.manner,
  };
}

/** As the core takes it, for a draft and for a send. */
export const savedForm = (content: ReplyContent, { kind, clientId, conversationId }: Composer) => ({
  kind,
  manner: { ...content.manner, forwarded: [...content.manner.forwarded] },
  clientId,
  conversationId,
  text: content.text,
  identity: content.identity,
  recipients: { to: [...content.to], cc: [...content.cc], bcc: [...content.bcc] },
  subject: content.subject,
  templateId: content.templateId,
  attachmentIds: content.attachments.map((attachment) => attachment.id),
});
