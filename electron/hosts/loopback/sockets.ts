import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Core } from '../../core/core.ts';
import { type Channel, serve } from '../../core/rpc/serve.ts';
import { factsOf } from './facts.ts';
import { isToken, type OwnAddress, upgradeRefusal } from './guard.ts';

/** The largest message of ours is an attachment in base64: 25 MB of file, a little more than any mail server takes. */
const maximumMessageBytes = 40 * 1024 * 1024;
/** A page sends its token at once; who has not by then is not a page of ours. */
const tokenTimeoutMilliseconds = 2_000;
/** Sockets that have not shown a token yet; a person opens a handful of windows. */
const maximumStrangers = 20;
/** Finds windows that vanished without saying so. */
const pingMilliseconds = 30_000;
/** RFC 6455: policy violation. */
const policyViolation = 1008;

interface SocketOptions {
  readonly server: Server;
  readonly core: Core;
  readonly own: OwnAddress;
  readonly token: string;
}

/** Answers `/ws`: the token in the first frame, tRPC messages after it. Returns the function that ends all sockets. */
export function serveSockets({ server, core, own, token }: SocketOptions): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maximumMessageBytes });
  const strangers = new Set<WebSocket>();

  server.on('upgrade', (request, socket, head) => {
    const status = request.url === '/ws' ? upgradeRefusal(factsOf(request), own) : 404;
    if (status !== null) return refuse(socket, status);
    if (strangers.size >= maximumStrangers) return refuse(socket, 503);
    return sockets.handleUpgrade(request, socket, head, welcome);
  });

  function welcome(socket: WebSocket): void {
    strangers.add(socket);
    const tooLate = setTimeout(() => socket.close(policyViolation), tokenTimeoutMilliseconds);
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearTimeout(tooLate);
      strangers.delete(socket);
    });
    socket.once('message', (data) => {
      clearTimeout(tooLate);
      strangers.delete(socket);
      if (!isToken(tokenIn(data), token)) return socket.close(policyViolation);
      keepAlive(socket);
      return serve({ router: core.router, context: core.connect(), channel: channelOf(socket) });
    });
  }

  return () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function tokenIn(data: RawData): unknown {
  const first = parse(data);
  return typeof first === 'object' && first !== null && 'token' in first ? first.token : null;
}

function channelOf(socket: WebSocket): Channel {
  return {
    send: (message) => socket.send(JSON.stringify(message)),
    onMessage: (listener) => socket.on('message', (data) => listener(parse(data))),
    onClose: (listener) => socket.on('close', listener),
  };
}

/** What is not JSON becomes null, which the handler answers with a parse error. */
function parse(data: RawData): unknown {
  try {
    return JSON.parse(textOf(data));
  } catch {
    return null;
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.from(data as Buffer).toString('utf8');
}

function keepAlive(socket: WebSocket): void {
  let alive = true;
  socket.on('pong', () => (alive = true));
  const timer = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    return socket.ping();
  }, pingMilliseconds);
  socket.on('close', () => clearInterval(timer));
}
