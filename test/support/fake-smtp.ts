import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to answer with; `close` drops the line, `reset` breaks it, `silent` says nothing any more. */
type SmtpAnswer = string | 'close' | 'reset' | 'silent';

/** What the server does at each step of one connection; what is absent goes well. */
export interface SmtpScript {
  readonly greeting?: SmtpAnswer;
  readonly ehlo?: readonly string[];
  readonly auth?: SmtpAnswer;
  readonly mail?: SmtpAnswer;
  readonly rcpt?: (address: string) => SmtpAnswer;
  readonly data?: SmtpAnswer;
  /** Drops the line after so many bytes of the message. */
  readonly dropAfter?: number;
  readonly afterDot?: SmtpAnswer;
  /** Whether the message counts as delivered although `afterDot` is no 250. */
  readonly delivers?: boolean;
}

export interface FakeDelivery {
  readonly connection: number;
  readonly from: string;
  readonly to: readonly string[];
  /** As it was before dot-stuffing, without the end mark. */
  readonly bytes: Buffer;
  /** Without angle brackets. */
  readonly messageId: string;
}

export interface FakeSmtp {
  readonly port: number;
  /** Everything that the server has taken, in order. */
  readonly deliveries: FakeDelivery[];
  readonly connections: () => number;
  /** Bytes that ever came in. */
  readonly received: () => number;
  close(): Promise<void>;
}

export interface FakeSmtpOptions {
  /** By the number of the connection, from 1. */
  readonly script?: (connection: number) => SmtpScript;
  /** Milliseconds before every answer, and before the one after the dot. */
  readonly delay?: number;
  readonly delayAfterDot?: number;
  /** Called whenever bytes have come in, and whenever an answer is about to go. */
  readonly onStep?: () => void;
  /** Called before the answer, at the moment the server takes responsibility. */
  readonly onDelivery?: (delivery: FakeDelivery) => void;
}

/** An SMTP server that works on bytes and does what its script says, whatever the protocol thinks of it. */
export async function startFakeSmtp(options: FakeSmtpOptions = {}): Promise<FakeSmtp> {
  const deliveries: FakeDelivery[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let received = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.on('data', (bytes) => {
      received += bytes.length;
      options.onStep?.();
    });
    const take = (delivery: FakeDelivery) => {
      deliveries.push(delivery);
      options.onDelivery?.(delivery);
    };
    talk(socket, { ...options, connection: connections, script: options.script?.(connections) ?? {}, take });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    deliveries,
    connections: () => connections,
    received: () => received,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

interface Talk {
  readonly connection: number;
  readonly script: SmtpScript;
  readonly delay?: number;
  readonly delayAfterDot?: number;
  readonly onStep?: () => void;
  readonly take: (delivery: FakeDelivery) => void;
}

function talk(
  socket: Socket,
  { connection, script, delay = 0, delayAfterDot = 0, onStep, take }: Talk,
): void {
  let buffer = Buffer.alloc(0);
  let inData = false;
  let silent = false;
  let envelope = { from: '', to: [] as string[] };

  function answer(what: SmtpAnswer): void {
    if (what === 'close') socket.end();
    else if (what === 'reset') socket.resetAndDestroy();
    else if (what === 'silent') silent = true;
    else if (!socket.destroyed) socket.write(`${what}\r\n`);
  }

  function command(line: string): SmtpAnswer {
    const verb = line.slice(0, 4).toUpperCase();
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    if (verb === 'EHLO' || verb === 'HELO')
      return (script.ehlo ?? ['250-fake', '250 SIZE 50000000']).join('\r\n');
    if (verb === 'AUTH') return script.auth ?? '235 2.7.0 welcome';
    if (verb === 'STAR') return '502 5.5.1 not implemented';
    if (verb === 'QUIT') return '221 2.0.0 bye';
    if (verb === 'MAIL') {
      envelope = { from: address, to: [] };
      return script.mail ?? '250 2.1.0 ok';
    }
    if (verb === 'RCPT') {
      const reply = script.rcpt?.(address) ?? '250 2.1.5 ok';
      if (reply.startsWith('2')) envelope.to.push(address);
      return reply;
    }
    if (verb !== 'DATA') return '250 2.0.0 ok';
    const reply = script.data ?? '354 go ahead';
    inData = reply.startsWith('3');
    return reply;
  }

  function message(stuffed: Buffer): SmtpAnswer {
    const bytes = Buffer.from(stuffed.toString('latin1').replace(/(^|\r\n)\.\./g, '$1.'), 'latin1');
    const reply = script.afterDot ?? '250 2.0.0 queued';
    const messageId = /^Message-ID:\s*<([^>]+)>/im.exec(bytes.toString('latin1'))?.[1] ?? '';
    if (script.delivers ?? reply.startsWith('2')) take({ connection, ...envelope, bytes, messageId });
    return reply;
  }

  async function work(): Promise<void> {
    for (;;) {
      if (silent) return;
      if (inData && script.dropAfter !== undefined && buffer.length >= script.dropAfter)
        return answer('reset');
      const end = inData ? endOfData(buffer) : buffer.indexOf('\r\n');
      if (end < 0) return;
      const part = buffer.subarray(0, end);
      buffer = buffer.subarray(end + (inData ? 5 : 2));
      const wasData = inData;
      inData = false;
      const reply = wasData ? message(part) : command(part.toString('utf8'));
      if (delay > 0 || delayAfterDot > 0) {
        await new Promise((resolve) => setTimeout(resolve, wasData ? delayAfterDot : delay));
      }
      onStep?.();
      answer(reply);
    }
  }

  let queue = Promise.resolve();
  socket.on('data', (bytes) => {
    buffer = Buffer.concat([buffer, bytes]);
    queue = queue.then(work);
  });
  answer(script.greeting ?? '220 fake ESMTP');
}

const endOfData = (buffer: Buffer): number => buffer.indexOf('\r\n.\r\n');
