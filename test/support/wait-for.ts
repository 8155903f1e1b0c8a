/** Waits until it is so, looking often; fails with words after `limit` milliseconds. */
export async function waitFor(
  isSo: () => boolean | Promise<boolean>,
  what: string | (() => string),
  limit: number = 20_000,
): Promise<void> {
  const until = performance.now() + limit;
  while (!(await isSo())) {
    if (performance.now() > until)
      throw new Error(`waited ${limit} ms for ${typeof what === 'string' ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
