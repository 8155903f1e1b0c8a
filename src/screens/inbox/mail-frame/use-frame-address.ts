import { useEffect, useState } from 'react';
import { ticketAddress } from '../../../../electron/shared/desktop.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { useTRPCClient } from '../../../rpc/trpc.ts';

/** A single-use address for a frame's document: each showing asks for one of its own. Null until it is there. */
export function useFrameAddress(clientId: ClientId, html: string): string | null {
  const client = useTRPCClient();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    client.conversations.frame.mutate({ clientId, html }, { signal: controller.signal }).then(
      ({ path }) => {
        if (!controller.signal.aborted) setAddress(ticketAddress(path, window.liaisonDesktop !== undefined));
      },
      () => undefined,
    );
    return () => controller.abort();
  }, [client, clientId, html]);
  return address;
}
