/** One open two-way stream of JSON messages: a MessagePort or a WebSocket. It never opens again. */
export interface Channel {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: (reason: 'lost' | 'refused') => void): void;
}

/** `refused`: the host does not know this window's token; trying again can't help. */
export type LineState = 'connecting' | 'ready' | 'lost' | 'refused';

export interface LineListener {
  message(message: unknown): void;
  up(): void;
  down(): void;
}

/** What stands between the page and the core: it survives the channels it is made of. */
export interface Line {
  readonly state: LineState;
  /** False where nothing is connected: the message was not sent. */
  send(message: unknown): boolean;
  attach(listener: LineListener): void;
  /** Returns the function that stops watching. */
  watch(listener: () => void): () => void;
  close(): void;
}

/** First retry after this, then twice as long each time, up to the second. */
const firstRetryMilliseconds = 200;
const longestRetryMilliseconds = 3_000;

/** Keeps a channel open to the core: opens it again, patiently, whenever it is lost. */
export function createLine(open: () => Promise<Channel>): Line {
  const listeners: LineListener[] = [];
  const watchers = new Set<() => void>();
  let state: LineState = 'connecting';
  let channel: Channel | null = null;
  let failures = 0;
  let closed = false;

  function become(next: LineState): void {
    state = next;
    for (const watcher of watchers) watcher();
  }

  function lost(reason: 'lost' | 'refused'): void {
    const wasUp = channel !== null;
    channel = null;
    become(reason);
    if (wasUp) for (const listener of listeners) listener.down();
    if (closed || reason === 'refused') return;
    const wait = Math.min(firstRetryMilliseconds * 2 ** failures++, longestRetryMilliseconds);
    setTimeout(() => void connect(), wait);
  }

  async function connect(): Promise<void> {
    if (closed) return;
    try {
      const opened = await open();
      channel = opened;
      opened.onClose((reason) => channel === opened && lost(reason));
      opened.onMessage((message) => {
        failures = 0;
        for (const listener of listeners) listener.message(message);
      });
      become('ready');
      for (const listener of listeners) listener.up();
    } catch (error) {
      lost(error instanceof RefusedError ? 'refused' : 'lost');
    }
  }

  void connect();
  return {
    get state() {
      return state;
    },
    send(message) {
      channel?.send(message);
      return channel !== null;
    },
    attach: (listener) => void listeners.push(listener),
    watch(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    close() {
      closed = true;
      lost('lost');
    },
  };
}

/** Thrown by an opener that knows that it will never be let in. */
export class RefusedError extends Error {}
