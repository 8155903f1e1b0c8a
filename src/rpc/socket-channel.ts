import { RefusedError, type Channel } from './line.ts';

/** RFC 6455: the host closes so when it does not know the token. */
const policyViolation = 1008;
const storageKey = 'liaison.token';

/**
 * Takes the host's token out of the address (`#token=...`), where it could be copied or remembered, and keeps it for
 * this tab only.
 */
export function takeToken(): string | null {
  const given = /^#token=([\w-]+)/.exec(location.hash)?.[1];
  if (given) {
    sessionStorage.setItem(storageKey, given);
    history.replaceState(null, '', `${location.pathname}#/`);
  }
  return given ?? sessionStorage.getItem(storageKey);
}

/** Opens a socket to the loopback host that served this page; its first frame is the token. */
export function openSocket(token: string | null): Promise<Channel> {
  if (token === null) return Promise.reject(new RefusedError());
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${location.host}/ws`);
    socket.addEventListener('error', () => reject(new Error('socket failed')), { once: true });
    socket.addEventListener(
      'open',
      () => {
        socket.send(JSON.stringify({ token }));
        resolve(socketChannel(socket));
      },
      { once: true },
    );
  });
}

function socketChannel(socket: WebSocket): Channel {
  return {
    send: (message) => socket.send(JSON.stringify(message)),
    onMessage: (listener) =>
      socket.addEventListener('message', (event) => listener(JSON.parse(String(event.data)))),
    onClose: (listener) =>
      socket.addEventListener('close', (event) =>
        listener(event.code === policyViolation ? 'refused' : 'lost'),
      ),
  };
}
