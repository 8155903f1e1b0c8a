import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, type TRPCClient } from '@trpc/client';
import type { AppRouter } from '../../electron/core/rpc/router.ts';
import type { Change } from '../../electron/shared/changes.ts';
import { invalidateOnChange } from './changes.ts';
import { failureOf } from './failure.ts';
import { lineLink } from './link.ts';
import { createLine, type Line } from './line.ts';
import { openPort } from './port-channel.ts';
import { openSocket, takeToken } from './socket-channel.ts';

/** The page's one door to the core. */
export interface CoreAccess {
  readonly line: Line;
  readonly client: TRPCClient<AppRouter>;
  readonly queryClient: QueryClient;
  /** Tells every change, after the cache has been told; returns the function that stops. */
  onChange(listener: (change: Change) => void): () => void;
}

/** Over a MessagePort in the desktop application, over a WebSocket where a loopback host serves the page. */
export function openCore(): CoreAccess {
  const desktop = window.liaisonDesktop;
  const token = desktop ? null : takeToken();
  return accessCore(createLine(() => (desktop ? openPort(desktop) : openSocket(token))));
}

export function accessCore(line: Line): CoreAccess {
  const client = createTRPCClient<AppRouter>({ links: [lineLink(line)] });
  const queryClient = createQueryClient();
  const invalidate = invalidateOnChange(queryClient);
  const listeners = new Set<(change: Change) => void>();

  client.changes.watch.subscribe(undefined, {
    onData(change) {
      invalidate(change);
      for (const listener of listeners) listener(change);
    },
  });
  let seenUp = line.state === 'ready';
  line.attach({
    message: () => undefined,
    down: () => undefined,
    up() {
      // Changes of the time without a line were missed.
      if (seenUp) void queryClient.invalidateQueries();
      seenUp = true;
    },
  });
  return {
    line,
    client,
    queryClient,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** How often a query that may succeed later is tried before its failure is shown. */
const maximumRetries = 2;

/** The core tells us of every change: nothing goes stale by itself, and a focused window asks nothing. */
function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
        retry: (count, error) => failureOf(error).retry !== 'never' && count < maximumRetries,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
