import type { Identity } from '../../../../electron/shared/channels.ts';
import type { Manner } from '../../../../electron/shared/composing.ts';
import type { TemplateId } from '../../../../electron/shared/ids.ts';
import type { Composer, OutgoingAttachment } from '../../../../electron/shared/outbox.ts';
import { joinedText } from './follow-merged.ts';

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
  identities,
  identity,
  recipients,
  subject,
  attachments,
}: Composer): ReplyContent {
  const from = draft ?? { text: '', identity, recipients, subject, templateId: null, manner: usualManner };
  // A draft that came along with another conversation may have been begun on another channel.
  const isOwn = identities.some(({ address }) => address === from.identity.address);
  return {
    text: from.text,
    identity: isOwn ? from.identity : identity,
    to: from.recipients.to,
    cc: from.recipients.cc,
    bcc: from.recipients.bcc,
    subject: from.subject,
    templateId: from.templateId,
    attachments,
    manner: from.manner,
  };
}

/** What tells one beginning of a reply from another: its words, or its files where it has none; empty where it says nothing. */
export const saidIn = ({ text, attachments }: Pick<ReplyContent, 'text' | 'attachments'>): string =>
  text.trim() === '' ? attachments.map(({ id }) => id).join(' ') : text;

/** Two beginnings of one reply: addressed as the second, which somebody has before them. */
export function joinedContent(above: ReplyContent, below: ReplyContent): ReplyContent {
  const kept = new Map([...above.attachments, ...below.attachments].map((file) => [file.id, file]));
  return { ...below, text: joinedText(above.text, below.text), attachments: [...kept.values()] };
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
