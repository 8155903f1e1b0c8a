import { protocol } from 'electron';
import type { TicketContent, TicketPlace } from '../core/features/tickets/service.ts';
import { readAssets } from '../hosts/assets.ts';
import {
  appHeaders,
  appOrigin,
  type HostResponse,
  notFoundResponse,
  pageResponse,
} from '../hosts/responses.ts';
import { ticketResponse } from '../hosts/ticket-responses.ts';
import { places } from './places.ts';

export interface ProtocolOptions {
  /** Asks the core for what a ticket stands for; null for a used or unknown one. */
  redeem(content: TicketPlace, ticket: string): Promise<TicketContent | null>;
  /** A page that waits to be printed. */
  printPage(ticket: string): HostResponse | null;
}

/** Before the application is ready: `app:` is a real, secure origin. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves `app://liaison/` from a fixed map, `app://mail/<ticket>` and `app://file/<ticket>` from the core. */
export function serveApp(options: ProtocolOptions): void {
  const assets = readAssets(places.renderer);

  function asset(path: string): HostResponse {
    const found = assets.get(path);
    if (!found) return notFoundResponse();
    if (found.page !== null) return pageResponse(found.page, appOrigin);
    return {
      status: 200,
      headers: { ...appHeaders(appOrigin), 'content-type': found.type },
      body: found.bytes,
    };
  }

  async function redeemed(content: TicketPlace, ticket: string): Promise<HostResponse> {
    const found = await options.redeem(content, ticket);
    if (!found) return notFoundResponse();
    return ticketResponse(found, assets);
  }

  async function answer(request: Request): Promise<HostResponse> {
    const { host, pathname } = new URL(request.url);
    if (request.method !== 'GET') return notFoundResponse();
    if (host === 'liaison') return asset(pathname);
    if (host === 'mail') return redeemed('frame', pathname.slice(1));
    if (host === 'file') return redeemed('attachment', pathname.slice(1));
    if (host === 'print') return options.printPage(pathname.slice(1)) ?? notFoundResponse();
    return notFoundResponse();
  }

  protocol.handle('app', async (request) => {
    const { status, headers, body } = await answer(request);
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers });
  });
}
