import { useEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useTRPCClient } from '../../../rpc/trpc.ts';
import { replaceText } from '../../../components/voice-editor/replace-text.ts';
import type { ConversationRef } from '../inbox-place.ts';
import { originOf } from './copied.ts';
import { pastePlaceNow, type PastePlace } from './paste-place.ts';
import { createPasteQueue } from './paste-queue.ts';

type TextField = HTMLTextAreaElement | HTMLInputElement;

/** A paste that waits for a word: what, and where it would go. */
export interface HeldPaste extends PastePlace {
  readonly text: string;
  readonly field: TextField;
}

/** Shorter texts stand in everybody's letters: the core could not tell where one comes from. */
const shortestAsked = 40;
/** A paste never waits longer for the core; every send is checked anyway. */
const longestWait = 1_500;

export interface GuardedPaste {
  readonly held: HeldPaste | null;
  readonly failed: boolean;
  strip(): Promise<void>;
  cancel(): void;
}

/** Holds what comes from another client's conversation on its way into this composer. */
export function useGuardedPaste(frame: RefObject<HTMLElement | null>, at: ConversationRef): GuardedPaste {
  const rpc = useTRPCClient();
  const [held, setHeld] = useState<HeldPaste | null>(null);
  const [failed, setFailed] = useState(false);
  const latest = useRef(at);
  latest.current = at;
  const [queue] = useState(() => createPasteQueue<HeldPaste>({ hold: setHeld, insert }));

  useEffect(() => {
    const { current: element } = frame;
    if (!element) return undefined;
    const paste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event;
      const text = clipboardData?.getData('text/plain') ?? '';
      if (text === '' || !clipboardData || !isTextField(target)) return;
      const origin = originOf(clipboardData, latest.current.clientId);
      if (origin === 'here' || (origin === 'unknown' && text.length < shortestAsked)) return;
      event.preventDefault();
      event.stopPropagation();
      queue.add(placeOf(target, text), origin === 'elsewhere' ? Promise.resolve(true) : isForeign(text));
    };
    /** Mail is shown in frames that no mark can be put into: the core knows the words. */
    const isForeign = (text: string): Promise<boolean> =>
      rpc.brandSafety.weigh
        .query({ ...latest.current, text }, { signal: AbortSignal.timeout(longestWait) })
        .then(
          (verdict) => verdict.origin === 'elsewhere',
          () => false,
        );
    element.addEventListener('paste', paste, true);
    return () => element.removeEventListener('paste', paste, true);
  }, [frame, queue, rpc]);

  return {
    held,
    failed,
    async strip() {
      if (!held) return;
      try {
        const { text } = await rpc.brandSafety.decide.mutate({ ...at, text: held.text, as: 'stripped' });
        // At once: whoever types on must not find the caret moved under their letters.
        flushSync(() => {
          setHeld(null);
          setFailed(false);
        });
        held.field.focus();
        queue.decided(text);
      } catch {
        setFailed(true);
      }
    },
    cancel() {
      if (held)
        void rpc.brandSafety.decide
          .mutate({ ...at, text: held.text, as: 'cancelled' })
          .catch(() => undefined);
      setHeld(null);
      setFailed(false);
      queue.decided(null);
    },
  };
}

const isTextField = (target: EventTarget | null): target is TextField =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.selectionStart !== null);

const placeOf = (field: TextField, text: string): HeldPaste => ({
  text,
  field,
  value: field.value,
  start: field.selectionStart ?? field.value.length,
  end: field.selectionEnd ?? field.value.length,
});

/** The keyboard stays where it is, and the caret at what was typed since. */
function insert({ field, ...place }: HeldPaste, text: string): void {
  if (!field.isConnected) return;
  const keyboard = document.activeElement;
  const caret = field.selectionStart ?? field.value.length;
  const { value } = field;
  const { start, end } = pastePlaceNow(place, field);
  replaceText(field, { start, end, insert: text });
  const behind = caret + field.value.length - value.length;
  if (value !== place.value && caret > end) field.setSelectionRange(behind, behind);
  if (keyboard instanceof HTMLElement && keyboard !== document.body) keyboard.focus();
}
