import type { ErrorShape } from '../../../../electron/shared/errors.ts';
import type { SendingQuestion } from '../../../../electron/shared/composing.ts';
import { estimatedSize } from '../../../../electron/shared/message-size.ts';
import type { ChecklistItem } from '../../../../electron/shared/outbox.ts';
import { placeholderPattern } from '../../../../electron/shared/placeholder-pattern.ts';
import { questionsBefore } from '../../../../electron/shared/sending-questions.ts';
import type { VoiceFinding } from '../../../../electron/shared/voice-guides.ts';
import type { ReplyContent } from './reply-content.ts';

/** Why a reply can't be sent as it is; the core checks all of it again. */
export type Obstacle =
  | { readonly kind: 'empty' | 'no-recipient' | 'channel' }
  /** It was typed among the recipients, and is none of them. */
  | { readonly kind: 'address'; readonly text: string }
  /** A file is on its way into the draft. */
  | { readonly kind: 'files' }
  | { readonly kind: 'placeholder'; readonly name: string }
  /** Bytes, of the whole message and of what the server takes. */
  | { readonly kind: 'size'; readonly size: number; readonly limit: number }
  /** Perhaps a slip: whoever sends it can say that it is none. */
  | { readonly kind: 'question'; readonly question: SendingQuestion }
  | { readonly kind: 'checklist'; readonly count: number }
  | { readonly kind: 'voice'; readonly count: number }
  /** A rule that blocks took too long on these words. */
  | { readonly kind: 'unchecked'; readonly rule: string };

interface Checked {
  readonly content: ReplyContent;
  readonly canSend: boolean;
  /** What stands in the fields of the recipients without being one. */
  readonly typed: readonly string[];
  /** Files on their way into the draft. */
  readonly pendingFiles: number;
  /** What is handed on may speak for itself. */
  readonly mayBeEmpty: boolean;
  readonly maximumSize: number | null;
  readonly answered: readonly SendingQuestion[];
  readonly checklist: readonly ChecklistItem[];
  readonly checked: readonly string[];
  readonly findings: readonly VoiceFinding[];
  readonly errorsBlock: boolean;
}

/** The first thing that stands in the way, or null. */
export function obstacleOf({
  content,
  canSend,
  typed,
  pendingFiles,
  mayBeEmpty,
  maximumSize,
  answered,
  checklist,
  checked,
  findings,
  errorsBlock,
}: Checked): Obstacle | null {
  if (!canSend) return { kind: 'channel' };
  const left = typed.find((text) => text.trim() !== '');
  if (left !== undefined) return { kind: 'address', text: left.trim() };
  if (content.to.length === 0) return { kind: 'no-recipient' };
  if (!mayBeEmpty && content.text.trim() === '') return { kind: 'empty' };
  if (pendingFiles > 0) return { kind: 'files' };
  const size = sizeOf(content);
  if (maximumSize !== null && size > maximumSize) return { kind: 'size', size, limit: maximumSize };
  const [placeholder] = placeholdersOf(content);
  if (placeholder !== undefined) return { kind: 'placeholder', name: placeholder };
  const open = checklist.filter((item) => item.required && !checked.includes(item.id)).length;
  if (open > 0) return { kind: 'checklist', count: open };
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  if (errorsBlock && errors > 0) return { kind: 'voice', count: errors };
  const asked = questionsBefore({ text: content.text, files: content.attachments });
  const question = asked.find((each) => !answered.includes(each));
  return question ? { kind: 'question', question } : null;
}

/** About how large it will be on its way. */
export const sizeOf = ({ text, attachments }: Pick<ReplyContent, 'text' | 'attachments'>): number =>
  estimatedSize({ textLength: text.length, files: attachments });

/** What only the core could find, and an operator may override; null is another failure, or none. */
export function obstacleOfRefusal(refusal: ErrorShape | null): Obstacle | null {
  if (refusal?.code === 'voice-unchecked') return { kind: 'unchecked', rule: String(refusal.detail['rule']) };
  if (refusal?.code === 'voice-blocked') return { kind: 'voice', count: Number(refusal.detail['count']) };
  return null;
}

/** Names of the placeholders that are still to be filled, in the order they stand. */
export const placeholdersOf = ({
  text,
  subject,
}: Pick<ReplyContent, 'text' | 'subject'>): readonly string[] => [
  ...new Set([...`${subject}\n${text}`.matchAll(placeholderPattern)].map(([, name]) => name ?? '')),
];
