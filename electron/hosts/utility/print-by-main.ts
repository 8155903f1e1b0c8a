import type { PrintPdf } from '../../core/ports.ts';
import { LiaisonError } from '../../shared/errors.ts';
import type { ToMain } from './messages.ts';

/** Main gives up sooner than this; the deadline only holds where main itself hangs. */
const deadlineMilliseconds = 120_000;

export interface PrintByMain {
  readonly print: PrintPdf;
  /** Takes main's answer to one call. */
  answer(call: number, pdf: Uint8Array | null): void;
}

/** Prints by asking main, which has the browser engine. */
export function createPrintByMain(send: (message: ToMain) => void): PrintByMain {
  const waiting = new Map<number, (pdf: Uint8Array | null) => void>();
  let calls = 0;
  return {
    print(html) {
      const call = ++calls;
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
      const finish = (pdf: Uint8Array | null) => {
        clearTimeout(timer);
        waiting.delete(call);
        if (pdf) resolve(pdf);
        else reject(new LiaisonError('pdf-unavailable'));
      };
      const timer = setTimeout(() => finish(null), deadlineMilliseconds);
      waiting.set(call, finish);
      send({ kind: 'print', call, html });
      return promise;
    },
    answer: (call, pdf) => waiting.get(call)?.(pdf),
  };
}
