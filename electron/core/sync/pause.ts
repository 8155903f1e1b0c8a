/** Waits, or until `signal` aborts; a test lends one that doesn't take the time. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export const sleep: Sleep = (milliseconds, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done, { once: true });
  });

/** Lets everything else that waits for the core's thread go first. */
export const yieldToOthers = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
