/** Changes of one thing are announced at most this often; a person can't read faster. */
const interval = 250;

/** Runs the first call at once, and the last of those that follow within the interval at its end. */
export function createThrottle() {
  const timers = new Map<string, { timer: NodeJS.Timeout; pending: (() => void) | null }>();

  function run(key: string, work: () => void): void {
    const waiting = timers.get(key);
    if (waiting) {
      waiting.pending = work;
      return;
    }
    work();
    const timer = setTimeout(() => {
      const { pending } = timers.get(key) ?? {};
      timers.delete(key);
      if (pending) run(key, pending);
    }, interval);
    timer.unref();
    timers.set(key, { timer, pending: null });
  }

  return {
    run,
    close() {
      for (const { timer } of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
