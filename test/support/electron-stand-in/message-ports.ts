import { EventEmitter } from 'node:events';
import type { MessagePortMain as RealPort } from 'electron';

/** What travels between processes for ports: data for one, or its end. */
export type PortMessage =
  | { readonly kind: 'port-data'; readonly id: number; readonly data: unknown }
  | { readonly kind: 'port-close'; readonly id: number };

type SendAway = (message: PortMessage) => void;

let ids = 0;
/** Ports whose other end was handed to another process, by their id there. */
const handedOver = new Map<number, MessagePortMain>();

/** One end of a channel in this process: queues until started, and can be handed to another process once. */
export class MessagePortMain
  extends EventEmitter
  implements Pick<RealPort, 'postMessage' | 'start' | 'close'>
{
  #queue: unknown[] = [];
  #started = false;
  #closed = false;
  #away: SendAway | null = null;
  #id = 0;
  /** The other end. */
  peer: MessagePortMain | null = null;

  postMessage(message: unknown): void {
    if (!this.#closed) this.peer?.receive(message);
  }

  start(): void {
    this.#started = true;
    for (const data of this.#queue.splice(0)) this.#announce(data);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.peer?.peerClosed();
  }

  receive(data: unknown): void {
    if (this.#away) this.#away({ kind: 'port-data', id: this.#id, data });
    else if (this.#started) this.#announce(data);
    else this.#queue.push(data);
  }

  peerClosed(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#away) this.#away({ kind: 'port-close', id: this.#id });
    else this.emit('close');
  }

  /** Hands this end to another process; gives the id it has there. */
  handOver(away: SendAway): number {
    if (this.#away || this.#started) throw new Error('Port at index 0 is already in use');
    this.#id = ++ids;
    this.#away = away;
    handedOver.set(this.#id, this);
    for (const data of this.#queue.splice(0)) this.receive(data);
    return this.#id;
  }

  #announce(data: unknown): void {
    setImmediate(() => this.emit('message', { data, ports: [] }));
  }
}

export class MessageChannelMain {
  readonly port1 = new MessagePortMain();
  readonly port2 = new MessagePortMain();

  constructor() {
    this.port1.peer = this.port2;
    this.port2.peer = this.port1;
  }
}

/** A message of another process for one of the ports it was handed. */
export function fromAnotherProcess(message: PortMessage): void {
  const port = handedOver.get(message.id);
  if (message.kind === 'port-data') {
    port?.postMessage(message.data);
    return;
  }
  handedOver.delete(message.id);
  port?.close();
}

/** The other process ended, or loaded another page: its ports are dead. */
export function closeHandedOver(of: ReadonlySet<number>): void {
  for (const id of of) fromAnotherProcess({ kind: 'port-close', id });
}
