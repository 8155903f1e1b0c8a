import {
  callTRPCProcedure,
  getErrorShape,
  getTRPCErrorFromUnknown,
  transformTRPCResponse,
  TRPCError,
  type AnyRouter,
  type inferRouterContext,
} from '@trpc/server';
import { parseTRPCMessage, type TRPCClientOutgoingMessage, type TRPCResponseMessage } from '@trpc/server/rpc';

/** A two-way stream of JSON messages: a MessagePort, or a WebSocket. */
export interface Channel {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
}

type OperationType = 'query' | 'mutation' | 'subscription';
type Id = string | number;

interface Request {
  readonly type: OperationType;
  readonly path: string;
  readonly input: unknown;
}

/**
 * Answers tRPC calls that arrive on a channel until it closes. A call is cancelled by `subscription.stop` with its id,
 * whatever its kind; a closed channel cancels all.
 */
export function serve<Router extends AnyRouter>(options: {
  router: Router;
  context: inferRouterContext<Router>;
  channel: Channel;
}): void {
  const { router, context, channel } = options;
  const config = router._def._config;
  const running = new Map<Id, AbortController>();
  let open = true;

  const respond = (message: TRPCResponseMessage) => {
    if (open) channel.send(transformTRPCResponse(config, message));
  };

  function fail(id: Id | null, thrown: unknown, request?: Request): void {
    const error = getTRPCErrorFromUnknown(thrown);
    const { type = 'unknown', path, input } = request ?? {};
    respond({ id, error: getErrorShape({ config, error, type, path, input, ctx: context }) });
  }

  async function stream(id: Id, result: unknown, signal: AbortSignal): Promise<void> {
    const iterator = (result as AsyncIterable<unknown>)[Symbol.asyncIterator]();
    signal.addEventListener('abort', () => void iterator.return?.(), { once: true });
    respond({ id, result: { type: 'started' } });
    for (;;) {
      const step = await iterator.next();
      if (step.done || signal.aborted) break;
      respond({ id, result: { type: 'data', data: step.value } });
    }
    respond({ id, result: { type: 'stopped' } });
  }

  async function call(id: Id, request: Request): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    const { signal } = controller;
    try {
      const getRawInput = () => Promise.resolve(request.input);
      const { type, path } = request;
      const result = await callTRPCProcedure({
        router,
        path,
        getRawInput,
        ctx: context,
        type,
        signal,
        batchIndex: 0,
      });
      if (type === 'subscription') await stream(id, result, signal);
      else if (!signal.aborted) respond({ id, result: { type: 'data', data: result } });
    } catch (error) {
      if (!signal.aborted) fail(id, error, request);
      else if (request.type === 'subscription') respond({ id, result: { type: 'stopped' } });
    } finally {
      running.delete(id);
    }
  }

  function receive(message: TRPCClientOutgoingMessage): void {
    if (message.id === null || message.id === undefined) return;
    if (message.method === 'subscription.stop') running.get(message.id)?.abort();
    else
      void call(message.id, { type: message.method, path: message.params.path, input: message.params.input });
  }

  channel.onMessage((raw) => {
    for (const one of Array.isArray(raw) ? raw : [raw]) {
      try {
        receive(parseTRPCMessage(one, config.transformer));
      } catch (cause) {
        fail(null, new TRPCError({ code: 'PARSE_ERROR', cause }));
      }
    }
  });
  channel.onClose(() => {
    open = false;
    for (const controller of running.values()) controller.abort();
    running.clear();
  });
}
