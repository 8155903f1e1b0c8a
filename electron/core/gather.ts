/** Begins work on each of several things a while after it was first asked for: once for a burst of changes. */
export interface Gather<Key> {
  ask(key: Key): void;
  /** What was asked for and has not begun is left. */
  close(): void;
}

export function createGather<Key>(milliseconds: number, begin: (key: Key) => void): Gather<Key> {
  const timers = new Map<Key, NodeJS.Timeout>();
  return {
    ask(key) {
      if (timers.has(key)) return;
      const timer = setTimeout(() => {
        timers.delete(key);
        begin(key);
      }, milliseconds);
      timers.set(key, timer.unref());
    },
    close() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
