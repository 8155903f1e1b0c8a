const name = 'liaison-sat-down';

/** Somebody else sits at the desk: what the one before them had opened beside it is not theirs to go on with. */
export function tellSatDown(): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage(name);
  channel.close();
}

/** Returns the function that stops listening. */
export function onSatDown(listener: () => void): () => void {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', listener);
  return () => channel.close();
}
