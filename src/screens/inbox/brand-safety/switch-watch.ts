/** The times after one move to another client. */
export interface SwitchWatch {
  key(): void;
  sent(): void;
  /** Milliseconds since the move; null where nothing was done but look. */
  times(): { readonly toFirstKey: number | null; readonly toSend: number | null } | null;
}

/** Longer than this is a day at home, not the cost of a move. */
const longest = 86_400_000;

/** `now` in milliseconds; only differences count. */
export function createSwitchWatch(now: () => number): SwitchWatch {
  const start = now();
  let toFirstKey: number | null = null;
  let toSend: number | null = null;
  const since = () => Math.min(longest, Math.max(0, Math.round(now() - start)));
  return {
    key: () => void (toFirstKey ??= since()),
    sent: () => void (toSend ??= since()),
    times: () => (toFirstKey === null && toSend === null ? null : { toFirstKey, toSend }),
  };
}
