import type { ImapTransport, ImapTransportConnectOptions } from 'imapflow';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { LiaisonError } from '../../../shared/errors.ts';

/** What every IMAP server begins with (RFC 9051, 7.1). */
const greeting = /^\* (OK|PREAUTH|BYE)\b/i;

/**
 * Node's own sockets, with one look at the first bytes: imapflow waits out its greeting time when something else
 * than an IMAP server answers, and a person should hear at once that the port is wrong.
 */
export const imapTransport: ImapTransport = {
  connect(options, onConnect) {
    const connected = () => {
      onConnect();
      socket.once('data', (first: Buffer) => {
        if (looksLikeImap(first)) return;
        socket.destroy(new LiaisonError('not-the-protocol', { retry: 'later', detail: { server: 'imap' } }));
      });
    };
    const socket = open(options, connected);
    return socket;
  },
  upgrade(socket, { servername, tls }, onSecure) {
    return connectTls({ socket, ...named(servername), ...tls }, onSecure);
  },
};

function open(options: ImapTransportConnectOptions, onConnect: () => void): Socket {
  const { host, port, secure, servername, tls } = options;
  if (!secure) return connectPlain({ host, port }, onConnect);
  return connectTls(
    { host, port, ...named(servername ?? (isIP(host) ? undefined : host)), ...tls },
    onConnect,
  );
}

const named = (servername: string | undefined) => (servername === undefined ? {} : { servername });

/** A greeting may come in pieces: judge no more than there is. */
function looksLikeImap(first: Buffer): boolean {
  const start = first.subarray(0, 12).toString('latin1');
  return start.length < 6 ? '* '.startsWith(start.slice(0, 2)) : greeting.test(start);
}
