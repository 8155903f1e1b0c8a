import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron';
import type { TicketContent, TicketPlace } from '../core/features/tickets/service.ts';
import type { PrintPdf } from '../core/ports.ts';
import type { ToCore, ToMain } from '../hosts/utility/messages.ts';
import { assertNever } from '../shared/assert-never.ts';
import type { ErrorShape } from '../shared/errors.ts';
import { toPageChannels } from '../shared/desktop-channels.ts';
import { createBackOff } from './back-off.ts';

/** The core closes its stores in well under a second; after this it is hanging, and its journal covers it. */
const shutdownMilliseconds = 8000;

export interface CoreProcessOptions {
  readonly entry: string;
  readonly parameters: readonly string[];
  readonly printPdf: PrintPdf;
  /** The core died and is being started again. */
  onLost(): void;
  /** The core can't start, and trying again won't help. */
  onFailed(error: ErrorShape): void;
  /** New customer mail came in. */
  onArrived(): void;
}

export interface CoreProcess {
  /** Sends the page a port to the core, now or as soon as the core is up. */
  connect(contents: WebContents): void;
  redeem(content: TicketPlace, ticket: string): Promise<TicketContent | null>;
  /** How many replies have not left that their writers think gone; none where the core is away: they are on the disk. */
  leaving(): Promise<number>;
  /** Resolves when the core has closed its stores and ended. */
  stop(): Promise<void>;
}

/** Keeps the core's process alive: what dies is started again, after a pause that grows while it keeps dying. */
export function startCoreProcess(options: CoreProcessOptions): CoreProcess {
  const backOff = createBackOff();
  const waiting = new Set<WebContents>();
  const redeeming = new Map<number, (content: TicketContent | null) => void>();
  const counting = new Map<number, (count: number) => void>();
  let calls = 0;
  let child: UtilityProcess | null = null;
  let ready = false;
  let over = false;

  const tell = (message: ToCore) => child?.postMessage(message);

  function start(): void {
    const started = utilityProcess.fork(options.entry, [...options.parameters], {
      serviceName: 'Liaison core',
      stdio: 'inherit',
    });
    child = started;
    started.on('message', (message: ToMain) => hear(message));
    started.on('exit', () => lost());
  }

  function lost(): void {
    ready = false;
    child = null;
    for (const resolve of redeeming.values()) resolve(null);
    redeeming.clear();
    for (const resolve of counting.values()) resolve(0);
    counting.clear();
    if (over) return;
    options.onLost();
    setTimeout(() => over || start(), backOff.next());
  }

  function hear(message: ToMain): void {
    switch (message.kind) {
      case 'ready':
        ready = true;
        backOff.succeeded();
        for (const contents of waiting) hand(contents);
        waiting.clear();
        return;
      case 'failed':
        over = true;
        options.onFailed(message.error);
        return;
      case 'redeemed':
        redeeming.get(message.call)?.(message.content);
        redeeming.delete(message.call);
        return;
      case 'leaving':
        counting.get(message.call)?.(message.count);
        counting.delete(message.call);
        return;
      case 'print':
        void print(message.call, message.html);
        return;
      case 'arrived':
        options.onArrived();
        return;
      default:
        assertNever(message);
    }
  }

  function hand(contents: WebContents): void {
    if (contents.isDestroyed()) return;
    const { port1, port2 } = new MessageChannelMain();
    child?.postMessage({ kind: 'connect' } satisfies ToCore, [port1]);
    contents.postMessage(toPageChannels.corePort, null, [port2]);
  }

  async function print(call: number, html: string): Promise<void> {
    const pdf = await options.printPdf(html).catch(() => null);
    tell({ kind: 'printed', call, pdf });
  }

  start();
  return {
    connect(contents) {
      if (ready) hand(contents);
      else waiting.add(contents);
    },
    redeem(content, ticket) {
      if (!ready) return Promise.resolve(null);
      const call = ++calls;
      const { promise, resolve } = Promise.withResolvers<TicketContent | null>();
      redeeming.set(call, resolve);
      tell({ kind: 'redeem', call, content, ticket });
      return promise;
    },
    leaving() {
      if (!ready) return Promise.resolve(0);
      const call = ++calls;
      const { promise, resolve } = Promise.withResolvers<number>();
      counting.set(call, resolve);
      tell({ kind: 'leaving', call });
      return promise;
    },
    stop() {
      over = true;
      const last = child;
      if (!last) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(() => last.kill(), shutdownMilliseconds);
      last.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      tell({ kind: 'shutdown' });
      return promise;
    },
  };
}
