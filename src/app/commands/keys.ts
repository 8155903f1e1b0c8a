/**
 * A key as it is written in a command: `j`, `ArrowDown`, `Mod+K`, `Shift+?`. `Mod` is Command on a Mac, else Control.
 * Letters are compared by what they type, so that they follow the keyboard's layout.
 */
export type Keys = string;

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function matches(event: KeyboardEvent, keys: Keys): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  if (mod !== wants('Mod') || other || event.altKey !== wants('Alt')) return false;
  // A sign such as ? needs Shift on one keyboard and not on the next.
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  if (!isSign && event.shiftKey !== wants('Shift')) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}

/** The caps to draw, one for each part. */
export function caps(keys: Keys): readonly string[] {
  const names: Readonly<Record<string, string>> = {
    Mod: isMac ? '⌘' : 'Ctrl',
    Shift: isMac ? '⇧' : 'Shift',
    Alt: isMac ? '⌥' : 'Alt',
    ArrowDown: '↓',
    ArrowUp: '↑',
    Enter: '↵',
    Escape: 'Esc',
  };
  return keys.split('+').map((part) => names[part] ?? part.toUpperCase());
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
