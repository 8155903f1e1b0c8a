import { useEffect, useRef, type RefObject } from 'react';

/** Files dropped on or pasted into an element, wherever in it. */
export function useFileDrop(place: RefObject<HTMLElement | null>, take: (files: FileList) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const element = place.current;
    const allow = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      if (event.dataTransfer) latest.current(event.dataTransfer.files);
    };
    const paste = (event: ClipboardEvent) => {
      if (event.clipboardData?.files.length) latest.current(event.clipboardData.files);
    };
    element?.addEventListener('dragover', allow);
    element?.addEventListener('drop', drop);
    element?.addEventListener('paste', paste);
    return () => {
      element?.removeEventListener('dragover', allow);
      element?.removeEventListener('drop', drop);
      element?.removeEventListener('paste', paste);
    };
  }, [place]);
}
