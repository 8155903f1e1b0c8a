import type { Core } from '../../electron/core/core.ts';
import { serve } from '../../electron/core/rpc/serve.ts';
import type { OperatorId } from '../../electron/shared/ids.ts';

interface Answer {
  readonly id: number;
  readonly result?: { readonly type: string; readonly data?: unknown };
  readonly error?: { readonly data: { readonly liaison: { readonly code: string } } };
}

/** What a subscription has told so far. */
export interface Told<Said> {
  readonly said: readonly Said[];
  /** The code of the error that ended it, or null. */
  readonly failed: string | null;
  stop(): void;
}

/** One connection to a core, as a window of an operator has it: it can be closed in the middle of anything. */
export interface TestWindow {
  /** Rejects with the error's code. */
  call(type: 'query' | 'mutation', path: string, input: unknown): Promise<unknown>;
  listen<Said>(path: string, input: unknown): Told<Said>;
  close(): void;
}

export function openWindow(core: Core, operatorId: OperatorId): TestWindow {
  const answers = new Map<number, (answer: Answer) => void>();
  let receive: (message: unknown) => void = () => undefined;
  let closed: () => void = () => undefined;
  let lastId = 0;
  const context = core.connect();
  context.session.operatorId = operatorId;
  serve({
    router: core.router,
    context,
    channel: {
      // What crosses the wire is JSON, and comes later than it was sent.
      send: (message) => {
        const answer = JSON.parse(JSON.stringify(message)) as Answer;
        queueMicrotask(() => answers.get(answer.id)?.(answer));
      },
      onMessage: (listener) => (receive = listener),
      onClose: (listener) => (closed = listener),
    },
  });

  return {
    call(type, path, input) {
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        answers.set(id, ({ result, error }) => {
          answers.delete(id);
          if (error) reject(new Error(error.data.liaison.code));
          else resolve(result?.data);
        });
        receive({ id, method: type, params: { path, input } });
      });
    },
    listen<Said>(path: string, input: unknown) {
      const id = ++lastId;
      const said: Said[] = [];
      let failed: string | null = null;
      answers.set(id, ({ result, error }) => {
        if (error) failed = error.data.liaison.code;
        else if (result?.type === 'data') said.push(result.data as Said);
      });
      receive({ id, method: 'subscription', params: { path, input } });
      return {
        said,
        get failed() {
          return failed;
        },
        stop: () => receive({ id, method: 'subscription.stop' }),
      };
    },
    close: () => closed(),
  };
}
