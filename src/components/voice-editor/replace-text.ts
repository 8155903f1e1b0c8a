import type { TextChange } from '../../../electron/shared/voice/apply-fix.ts';

/**
 * Changes a text area as if it had been typed, so that the browser's own undo takes it back. The caret ends behind the
 * change.
 */
export function replaceText(
  area: HTMLTextAreaElement | HTMLInputElement,
  { start, end, insert }: TextChange,
): void {
  area.focus();
  area.setSelectionRange(start, end);
  const command = insert === '' ? 'delete' : 'insertText';
  if (start === end && insert === '') return;
  // Old, and still the only way into the undo history of a text area.
  if (document.execCommand(command, false, insert)) return;
  area.setRangeText(insert, start, end, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
