import { connect } from 'node:net';

export interface RawRequest {
  readonly port: number;
  readonly method: string;
  readonly path: string;
  /** Written as they are, repeats and absurdities included. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: string;
}

export interface RawResponse {
  /** 0 when the server closed without an answer. */
  readonly status: number;
  readonly text: string;
}

/** A longer silence than this is an answer too: none. */
const patienceMilliseconds = 15_000;

/** Speaks HTTP by hand, because every client library tidies up what the test wants untidy. */
export function rawRequest({ port, method, path, headers, body = '' }: RawRequest): Promise<RawResponse> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    const finish = () => {
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text });
    };
    socket.setTimeout(patienceMilliseconds, finish);
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('error', finish);
    socket.on('close', finish);
    const lines = headers.map(([name, value]) => `${name}: ${value}`);
    socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\nConnection: close\r\n\r\n${body}`);
  });
}
