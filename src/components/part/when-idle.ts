/** Calls back once the page has nothing else to do, and soon in any case; returns the function that forgets it. */
export function whenIdle(callback: () => void): () => void {
  // Not every browser tells when it is idle.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(callback);
    return () => clearTimeout(timer);
  }
  const call = requestIdleCallback(callback, { timeout: 500 });
  return () => cancelIdleCallback(call);
}
