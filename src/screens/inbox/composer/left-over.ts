import type { ReplyContent } from './reply-content.ts';

/**
 * What was written after a send took its words and did not leave with them: what stands behind those, or everything where
 * they were changed within. Empty where nothing was said that has not left.
 */
export function textLeft(sent: string, now: string): string {
  const words = sent.trimEnd();
  if (now.startsWith(words)) return now.slice(words.length).trim();
  return words.startsWith(now.trimEnd()) ? '' : now;
}

/** The same of a whole reply; null where nothing is left over. */
export function leftOver(sent: ReplyContent, now: ReplyContent): ReplyContent | null {
  const text = textLeft(sent.text, now.text);
  const attachments = now.attachments.filter(({ id }) => !sent.attachments.some((file) => file.id === id));
  const { original } = now.manner;
  const isEdited = original !== undefined && original !== sent.manner.original;
  if (text === '' && attachments.length === 0 && !isEdited) return null;
  return { ...now, text, attachments, templateId: text === now.text ? now.templateId : null };
}
