import { initialContent, type ReplyContent } from './reply-content.ts';
import type { Composer } from '../../../../electron/shared/outbox.ts';

/** Whether a composer says nothing and is addressed as it was when it opened: whoever has it has begun nothing in it. */
export function isUntouched(content: ReplyContent, composer: Composer): boolean {
  if (content.text.trim() !== '' || content.attachments.length > 0) return false;
  return addressedAs(content) === addressedAs(initialContent(composer));
}

/** All of it but its words and its files. */
const addressedAs = ({ identity, to, cc, bcc, subject, manner }: ReplyContent): string =>
  JSON.stringify([identity, to, cc, bcc, subject, manner]);
