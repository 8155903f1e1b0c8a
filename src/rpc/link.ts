import { TRPCClientError, type Operation, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { TRPCResponseMessage } from '@trpc/server/rpc';
import type { ErrorShape } from '../../electron/shared/errors.ts';
import type { AppRouter } from '../../electron/core/rpc/router.ts';
import type { Line } from './line.ts';

interface Call {
  readonly type: Operation['type'];
  readonly request: unknown;
  sent: boolean;
  answer(message: TRPCResponseMessage): void;
  fail(error: TRPCClientError<AppRouter>): void;
}

/**
 * One tRPC link over a line that may break. What was asked and not answered is asked again on the next channel, except a
 * command that may have been carried out: it fails with `connection-lost` and an unknown effect.
 */
export function lineLink(line: Line): TRPCLink<AppRouter> {
  const calls = new Map<number, Call>();
  let lastId = 0;

  line.attach({
    message(raw) {
      const message = raw as TRPCResponseMessage;
      if (typeof message.id === 'number') calls.get(message.id)?.answer(message);
    },
    up() {
      for (const call of calls.values()) call.sent = line.send(call.request);
    },
    down() {
      for (const [id, call] of calls) {
        if (call.type === 'mutation' && call.sent) {
          calls.delete(id);
          call.fail(clientError({ code: 'connection-lost', retry: 'never', effect: 'unknown', detail: {} }));
        }
        call.sent = false;
      }
    },
  });

  return () =>
    ({ op }) =>
      observable((observer) => {
        const id = ++lastId;
        const end = () => calls.delete(id);
        const stop = () => {
          const call = calls.get(id);
          if (call && end() && call.sent) line.send({ id, method: 'subscription.stop' });
        };
        const call: Call = {
          type: op.type,
          request: { id, method: op.type, params: { path: op.path, input: op.input } },
          sent: false,
          fail: (error) => observer.error(error),
          answer(message) {
            if ('error' in message) {
              end();
              observer.error(TRPCClientError.from(message));
            } else if (!('result' in message)) {
              return;
            } else if (message.result.type === 'stopped') {
              end();
              observer.complete();
            } else {
              observer.next(message);
              if (op.type !== 'subscription') {
                end();
                observer.complete();
              }
            }
          },
        };
        calls.set(id, call);
        op.signal?.addEventListener(
          'abort',
          () => {
            if (!calls.has(id)) return;
            stop();
            observer.error(TRPCClientError.from(new DOMException('aborted', 'AbortError')));
          },
          { once: true },
        );
        call.sent = line.send(call.request);
        return stop;
      });
}

/** A failure that happened on this side, in the same shape as one of the core's. */
function clientError(liaison: ErrorShape): TRPCClientError<AppRouter> {
  return TRPCClientError.from({ error: { code: -32_000, message: liaison.code, data: { liaison } } });
}
