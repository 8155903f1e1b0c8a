import { EventEmitter } from 'node:events';
import type { UtilityMessage } from './utility-process.ts';

const send = (message: UtilityMessage): void => {
  if (process.connected) process.send?.(message);
};

/** The utility process's end of a port that main handed over. */
class ChildPort extends EventEmitter {
  readonly #id: number;
  readonly #queue: unknown[] = [];
  #started = false;

  constructor(id: number) {
    super();
    this.#id = id;
  }

  postMessage(data: unknown): void {
    send({ kind: 'port-data', id: this.#id, data });
  }

  start(): void {
    this.#started = true;
    for (const data of this.#queue.splice(0)) this.emit('message', { data, ports: [] });
  }

  close(): void {
    send({ kind: 'port-close', id: this.#id });
    ports.delete(this.#id);
  }

  receive(data: unknown): void {
    if (this.#started) this.emit('message', { data, ports: [] });
    else this.#queue.push(data);
  }
}

const ports = new Map<number, ChildPort>();

/** As Electron's: what comes before somebody listens waits for them. */
class ParentPort extends EventEmitter {
  readonly #early: object[] = [];

  postMessage(data: unknown): void {
    send({ kind: 'message', data, ports: [] });
  }

  receive(event: object): void {
    if (this.listenerCount('message') === 0) this.#early.push(event);
    else this.emit('message', event);
  }

  flush(): void {
    for (const event of this.#early.splice(0)) this.emit('message', event);
  }
}

const parentPort = new ParentPort();
parentPort.on('newListener', (name) => {
  if (name === 'message') queueMicrotask(() => parentPort.flush());
});

process.on('message', (message: UtilityMessage) => {
  if (message.kind === 'message') {
    const received = message.ports.map((id) => {
      const port = new ChildPort(id);
      ports.set(id, port);
      return port;
    });
    parentPort.receive({ data: message.data, ports: received });
  } else if (message.kind === 'port-data') {
    ports.get(message.id)?.receive(message.data);
  } else {
    ports.get(message.id)?.emit('close');
    ports.delete(message.id);
  }
});

// a utility process never outlives main
process.on('disconnect', () => process.exit(0));
Object.assign(process, { type: 'utility', parentPort });
