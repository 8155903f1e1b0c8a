import { useEffect, useRef } from 'react';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { useSession } from '../../../app/session.tsx';
import { useTRPCClient } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';
import { createSwitchWatch, type SwitchWatch } from './switch-watch.ts';

/** Whose conversation was open last: module state, because it outlives every conversation's pane. */
let lastClientId: ClientId | null = null;
let running: SwitchWatch | null = null;

/** A reply has left the composer. */
export const noteSent = (): void => running?.sent();

/** Measures what coming here from another client cost: the seconds to the first key, and to the reply. */
export function useSwitchTimes({ clientId, conversationId }: ConversationRef): void {
  const rpc = useTRPCClient();
  const { may } = useSession();
  const latest = useRef({ rpc, may });
  latest.current = { rpc, may };
  useEffect(() => {
    const isSwitch = lastClientId !== null && lastClientId !== clientId;
    lastClientId = clientId;
    if (!isSwitch || !latest.current.may('messages.send', clientId)) return undefined;
    const watch = createSwitchWatch(() => performance.now());
    running = watch;
    const press = (event: KeyboardEvent) => {
      if (event.key.length === 1 && isText(event.target)) watch.key();
    };
    document.addEventListener('keydown', press, true);
    return () => {
      document.removeEventListener('keydown', press, true);
      if (running === watch) running = null;
      const times = watch.times();
      // What can't be kept now is not worth disturbing anybody.
      if (times)
        latest.current.rpc.brandSafety.switched
          .mutate({ clientId, conversationId, ...times })
          .catch(() => undefined);
    };
  }, [clientId, conversationId]);
}

const isText = (target: EventTarget | null): boolean => target instanceof HTMLTextAreaElement;
