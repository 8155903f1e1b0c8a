import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

interface KeyboardOverOptions {
  /** Which side is out over the middle, or null. */
  readonly side: 'start' | 'end' | null;
  readonly over: RefObject<HTMLElement | null>;
  /** Where the keyboard goes on when what opened the side is gone: another conversation stands there by now. */
  readonly middle: RefObject<HTMLElement | null>;
  readonly close: () => void;
}

/** What slides over takes the keyboard, and gives it back to where it was; Escape closes it. */
export function useKeyboardOver({ side, over, middle, close }: KeyboardOverOptions): void {
  const before = useRef<Element | null>(null);
  // Before anything is painted: the browser takes the focus away from what becomes inert.
  useLayoutEffect(() => {
    if (side) {
      before.current ??= document.activeElement;
      const within = (selector: string) => over.current?.querySelector<HTMLElement>(selector);
      (within('[data-autofocus]') ?? within('button'))?.focus();
      return;
    }
    const opener = before.current;
    before.current = null;
    // Whatever has taken the keyboard since keeps it.
    if (!opener || document.activeElement !== document.body) return;
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    if (document.activeElement === document.body) middle.current?.focus();
  }, [side, over, middle]);
  useEscape(side !== null, close);
}

/** Escape closes what slid over before it means anything to what lies below; a menu or a dialog above it goes first. */
function useEscape(active: boolean, close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    if (!active) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || isAbove(event.target)) return;
      event.stopPropagation();
      latest.current();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [active]);
}

const isAbove = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-portal], [aria-expanded="true"]') !== null;
