import { EventEmitter } from 'node:events';

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly method: string;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** A Chrome DevTools Protocol connection: commands with answers, events by `<session>:<method>`. */
export class DevTools extends EventEmitter {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  #commands = 0;

  private constructor(socket: WebSocket) {
    super();
    this.setMaxListeners(0);
    this.#socket = socket;
    socket.addEventListener('message', (event) => this.#hear(JSON.parse(String(event.data)) as Reply));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('browser closed'));
      this.#waiting.clear();
      this.emit('closed');
    });
  }

  static async connect(address: string): Promise<DevTools> {
    const socket = new WebSocket(address);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error(`no connection to ${address}`)));
    await promise;
    return new DevTools(socket);
  }

  /** The protocol's answers are as its documentation says; the caller names the shape it reads. */
  send<Result = unknown>(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error('browser closed'));
    const id = ++this.#commands;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, { method, resolve, reject });
    this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    return promise as Promise<Result>;
  }

  #hear({ id, method, params, sessionId, result, error }: Reply): void {
    if (id === undefined) {
      this.emit(`${sessionId ?? ''}:${method}`, params);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
    else waiting?.resolve(result);
  }
}
