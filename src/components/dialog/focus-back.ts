import { useEffect } from 'react';

/** What had the keyboard last outside of menus and dialogs, which are drawn in portals. */
let atWork: HTMLElement | null = null;

/** Keeps in mind where the keyboard is; stands once, at the top. Returns the function that stops it. */
export function rememberFocus(): () => void {
  const note = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement && !target.closest('[data-portal]')) atWork = target;
  };
  document.addEventListener('focusin', note);
  return () => document.removeEventListener('focusin', note);
}

/** Gives the keyboard back to where one was at work, if that is still there. */
export function focusBack(): void {
  if (atWork?.isConnected) atWork.focus({ preventScroll: true });
}

/** What takes the keyboard gives it back as it goes; whatever has taken it since keeps it. */
export function useFocusBack(): void {
  useEffect(
    () => () => {
      if (document.activeElement === document.body) focusBack();
    },
    [],
  );
}
