import { strokeOf, type KeyEvent } from './stroke-rules.ts';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The stroke of a key press on this machine. */
export const strokeHere = (event: KeyEvent): string | null => strokeOf(event, isMac);

/** The caps to draw of one stroke, one for each part. */
export function caps(stroke: string): readonly string[] {
  const names: Readonly<Record<string, string>> = {
    Mod: isMac ? '⌘' : 'Ctrl',
    Shift: isMac ? '⇧' : 'Shift',
    Alt: isMac ? '⌥' : 'Alt',
    ArrowDown: '↓',
    ArrowUp: '↑',
    Enter: '↵',
    Escape: 'Esc',
  };
  return stroke.split('+').map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

/** Whether somebody is writing there: plain letters belong to the text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  );
}

/** Whether the key means something to the control that has the focus, or a menu or dialog is in front. */
export function isTaken(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (target.closest('[role=dialog], [role=menu]')) return true;
  const operates = ['Enter', ' ', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'].includes(event.key);
  return (
    operates &&
    !event.ctrlKey &&
    !event.metaKey &&
    target.closest('button, a, summary, [role=separator]') !== null
  );
}
