import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Core } from '../../core/core.ts';
import { LiaisonError } from '../../shared/errors.ts';
import { appHeaders, type HostResponse, notFoundResponse, pageResponse } from '../responses.ts';
import type { Asset } from '../assets.ts';
import { ticketResponse } from '../ticket-responses.ts';
import { answerCall } from './calls.ts';
import { factsOf } from './facts.ts';
import { bearerOf, isToken, ownAddress, refusal, type OwnAddress } from './guard.ts';
import { serveSockets } from './sockets.ts';

/** Who drips headers or a body slower than this is no browser (slow-loris). */
const headersTimeoutMilliseconds = 5_000;
const requestTimeoutMilliseconds = 10_000;
const checkingIntervalMilliseconds = 1_000;

export interface LoopbackServer {
  readonly port: number;
  close(): Promise<void>;
}

interface LoopbackOptions {
  readonly core: Core;
  readonly assets: ReadonlyMap<string, Asset>;
  /** 256 bits, base64url. */
  readonly token: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

/** Serves the page, its socket and its tickets on 127.0.0.1 alone. */
export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const server = createServer({
    headersTimeout: headersTimeoutMilliseconds,
    requestTimeout: requestTimeoutMilliseconds,
    connectionsCheckingInterval: checkingIntervalMilliseconds,
  });
  const port = await listen(server, options.port);
  const own = ownAddress(port);
  server.on('request', (request, response) => {
    answer(request, { ...options, own }).then(
      (plain) => write(response, plain),
      () => write(response, { status: 500, headers: {}, body: '' }),
    );
  });
  const endSockets = serveSockets({ server, core: options.core, own, token: options.token });
  return {
    port,
    async close() {
      endSockets();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type AnswerOptions = LoopbackOptions & { readonly own: OwnAddress };

async function answer(request: IncomingMessage, options: AnswerOptions): Promise<HostResponse> {
  const facts = factsOf(request);
  const status = refusal(facts, options.own);
  if (status !== null) return empty(status);
  if (facts.url === '/api/rpc') return answerScript(request, options);
  if (facts.method !== 'GET') return empty(405);
  return redeemed(facts.url, options) ?? asset(facts.url, options);
}

async function answerScript(request: IncomingMessage, { core, token }: AnswerOptions): Promise<HostResponse> {
  if (request.method !== 'POST') return empty(405);
  if (!isToken(bearerOf(request.headers.authorization), token)) return empty(401);
  const { status, body } = await answerCall(core, request);
  if (body === null) return empty(status);
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return { status, headers, body: JSON.stringify(body) };
}

/** A ticket is its own permission: it is unguessable, short-lived and good for one look. */
function redeemed(url: string, { core, assets }: AnswerOptions): HostResponse | null {
  const match = /^\/(mail|file)\/([\w-]{43})$/.exec(url);
  if (!match) return null;
  const content = core.services.tickets.redeem(match[1] === 'mail' ? 'frame' : 'attachment', match[2] ?? '');
  return content ? ticketResponse(content, assets) : notFoundResponse();
}

function asset(url: string, { assets, own }: AnswerOptions): HostResponse {
  const found = assets.get(url);
  if (!found) return notFoundResponse();
  if (found.page !== null) return pageResponse(found.page, own.origin);
  const { type: contentType, bytes } = found;
  const cache = url.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store';
  const headers = { ...appHeaders(own.origin), 'content-type': contentType, 'cache-control': cache };
  return { status: 200, headers, body: bytes };
}

const empty = (status: number): HostResponse => ({
  status,
  headers: { 'content-length': '0', 'x-content-type-options': 'nosniff' },
  body: '',
});

function write(response: ServerResponse, { status, headers, body }: HostResponse): void {
  response.writeHead(status, headers).end(body);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'EADDRINUSE' ? new LiaisonError('port-in-use', { detail: { port }, cause }) : cause,
      ),
    );
    server.listen(port, '127.0.0.1', () => {
      server.removeAllListeners('error');
      resolve((server.address() as AddressInfo).port);
    });
  });
}
