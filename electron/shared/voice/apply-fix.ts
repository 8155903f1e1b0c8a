import type { VoiceFinding } from '../voice-guides.ts';

/** A change of a text: what stands between the UTF-16 offsets gives way to `insert`. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/**
 * The change that a fix means. Removing a word also removes the space that would be left double, or stand at the
 * beginning of a line or before a full stop.
 */
export function changeOf(text: string, finding: VoiceFinding, fix: string): TextChange {
  const { start, end } = finding;
  if (fix !== '') return { start, end, insert: fix };
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (after === ' ' && (before === '' || /\s/.test(before))) return { start, end: end + 1, insert: '' };
  if (before === ' ' && (after === '' || /[\s.,;:!?]/.test(after)))
    return { start: start - 1, end, insert: '' };
  return { start, end, insert: '' };
}

export const applyChange = (text: string, { start, end, insert }: TextChange): string =>
  text.slice(0, start) + insert + text.slice(end);
