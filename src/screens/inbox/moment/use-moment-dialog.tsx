import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { Instant } from '../../../../electron/shared/time.ts';
import type { SendDialogClient } from './send-dialog.tsx';

const SnoozeDialog = lazy(async () => ({ default: (await import('./snooze-dialog.tsx')).SnoozeDialog }));
const SendDialog = lazy(async () => ({ default: (await import('./send-dialog.tsx')).SendDialog }));

interface Asking {
  readonly ask: () => void;
  /** Stands anywhere in the page. */
  readonly dialog: ReactNode;
}

/** Asks until when to lay something aside; null: until the customer writes. */
export function useSnoozeDialog(snooze: (until: Instant | null) => void): Asking {
  const [asking, setAsking] = useState(false);
  return {
    ask: () => setAsking(true),
    dialog: asking && (
      <Suspense>
        <SnoozeDialog close={() => setAsking(false)} snooze={snooze} />
      </Suspense>
    ),
  };
}

/** Asks when a reply of this client shall leave. */
export function useSendDialog(client: SendDialogClient, send: (at: Instant) => void): Asking {
  const [asking, setAsking] = useState(false);
  return {
    ask: () => setAsking(true),
    dialog: asking && (
      <Suspense>
        <SendDialog client={client} close={() => setAsking(false)} send={send} />
      </Suspense>
    ),
  };
}
