import { useEffect, useRef } from 'react';
import { useTRPCClient } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';
import { createStopwatch } from './stopwatch.ts';

/** Reported this often, so that a crash loses little. */
const sliceMilliseconds = 20_000;
const inputs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'focusin'] as const;

/** Reports how long the operator works with the conversation in front of them, pauses excluded. */
export function useHandling({ clientId, conversationId }: ConversationRef, enabled: boolean): void {
  const client = useTRPCClient();
  const latest = useRef(client);
  latest.current = client;
  useEffect(() => {
    if (!enabled) return undefined;
    const stopwatch = createStopwatch(() => performance.now());
    const attend = () => (document.hidden ? stopwatch.pause() : stopwatch.attend());
    const report = () => {
      for (const milliseconds of stopwatch.take()) {
        // A slice that can't be kept now is not worth disturbing anybody.
        latest.current.conversations.handled
          .mutate({ clientId, conversationId, milliseconds })
          .catch(() => undefined);
      }
    };
    attend();
    const timer = setInterval(report, sliceMilliseconds);
    for (const input of inputs) window.addEventListener(input, attend, { passive: true });
    document.addEventListener('visibilitychange', attend);
    return () => {
      clearInterval(timer);
      for (const input of inputs) window.removeEventListener(input, attend);
      document.removeEventListener('visibilitychange', attend);
      stopwatch.pause();
      report();
    };
  }, [clientId, conversationId, enabled]);
}
