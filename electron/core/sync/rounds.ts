import { LiaisonError } from '../../shared/errors.ts';

interface Waiter {
  readonly done: () => void;
  readonly fail: (error: LiaisonError) => void;
}

/** Those who wait for a whole round of a receiving lane, one that begins after they asked. */
export interface Rounds {
  /** Resolves when such a round is done; rejects with what kept it from being made. */
  next(signal: AbortSignal): Promise<void>;
  /** A round begins; the function is called when it is done. */
  begin(): () => void;
  /** No round can be made now. */
  fail(error: LiaisonError): void;
}

export function createRounds(): Rounds {
  const asked = new Set<Waiter>();
  const served = new Set<Waiter>();

  function failAll(waiters: Set<Waiter>, error: LiaisonError): void {
    for (const waiter of waiters) waiter.fail(error);
    waiters.clear();
  }

  return {
    next(signal) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const waiter: Waiter = { done: resolve, fail: reject };
      asked.add(waiter);
      const leave = () => {
        asked.delete(waiter);
        served.delete(waiter);
        reject(new LiaisonError('cancelled'));
      };
      signal.addEventListener('abort', leave, { once: true });
      return promise.finally(() => signal.removeEventListener('abort', leave));
    },
    begin() {
      for (const waiter of asked) served.add(waiter);
      asked.clear();
      return () => {
        for (const waiter of served) waiter.done();
        served.clear();
      };
    },
    fail(error) {
      failAll(asked, error);
      failAll(served, error);
    },
  };
}
