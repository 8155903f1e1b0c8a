import { useEffect, type RefObject } from 'react';

/** From the Tab key to the frame's having the focus, on a busy machine. */
const tabMilliseconds = 300;
/** Long enough for the second key of a copy, short enough that the next key is ours again. */
const lendMilliseconds = 1_000;

/**
 * A click into a mail gives the keyboard to its frame, where none of our keys work: the page takes it back. Whoever goes
 * there by Tab stays. Ctrl or Cmd as the first key after a click lends it to the frame once more, so that what was
 * selected there can be copied: no script runs in it that could tell us of a selection.
 */
export function useKeyboardBack(frame: RefObject<HTMLIFrameElement | null>): void {
  useEffect(() => {
    let tabbedAt = Number.NEGATIVE_INFINITY;
    let wasClicked = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isThere = () => frame.current !== null && document.activeElement === frame.current;

    function takeBack(): void {
      if (!isThere()) return;
      frame.current?.blur();
      window.focus();
    }
    // Who has the focus is known once the event is over.
    const blurred = () => {
      setTimeout(() => {
        if (!isThere() || timer !== undefined || performance.now() - tabbedAt < tabMilliseconds) return;
        takeBack();
        wasClicked = true;
      });
    };
    function press({ key }: KeyboardEvent): void {
      if (key === 'Tab') tabbedAt = performance.now();
      if (wasClicked && (key === 'Control' || key === 'Meta')) {
        timer = setTimeout(() => {
          timer = undefined;
          takeBack();
        }, lendMilliseconds);
        frame.current?.focus();
      }
      wasClicked = false;
    }
    const forget = () => {
      wasClicked = false;
    };
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener('blur', blurred, { signal });
    window.addEventListener('keydown', press, { signal, capture: true });
    window.addEventListener('pointerdown', forget, { signal, capture: true });
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  }, [frame]);
}
