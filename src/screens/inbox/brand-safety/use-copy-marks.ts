import { useEffect } from 'react';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { useSession } from '../../../app/session.tsx';
import { markCopy, prepareMarks } from './copied.ts';

/** Whatever is copied while this client's conversation is open carries the client's mark. */
export function useCopyMarks(clientId: ClientId): void {
  const { clients } = useSession();
  useEffect(() => void prepareMarks(clients.map(({ id }) => id)), [clients]);
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const text = selectedText(event.target);
      if (text === '' || event.defaultPrevented) return;
      const isCut = event.type === 'cut';
      markCopy(event, { clientId, text });
      // Taken over, a cut no longer takes the words out by itself; typed so that undo brings them back.
      if (isCut && event.defaultPrevented) document.execCommand('delete');
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
    };
  }, [clientId]);
}

function selectedText(target: EventTarget | null): string {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)
    return target.value.slice(target.selectionStart ?? 0, target.selectionEnd ?? 0);
  return document.getSelection()?.toString() ?? '';
}
