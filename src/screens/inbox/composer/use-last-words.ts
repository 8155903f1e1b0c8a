import { useEffect } from 'react';
import type { DraftSaver } from './draft-saver.ts';
import { keepLastWords } from './follow-merged.ts';

/** Whatever is not saved yet is saved when the place where it is written, or the page, goes away. */
export function useLastWords(saver: Pick<DraftSaver<never>, 'flush'>): void {
  useEffect(() => {
    const flush = () => keepLastWords(saver.flush());
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [saver]);
}
