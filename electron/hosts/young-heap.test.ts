import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** A process that keeps a part of many objects, and a thread of it that does so too; says the megabytes of their young heaps. */
const program = (held: boolean): string => `
  import { getHeapSpaceStatistics } from 'node:v8';
  import { isMainThread, parentPort, Worker } from 'node:worker_threads';
  import { holdYoungHeap } from ${JSON.stringify(new URL('young-heap.ts', import.meta.url).href)};
  const young = () =>
    getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space').space_size / 2 ** 20;
  function work() {
    const kept = [];
    for (let n = 0; n < 3_000_000; n += 1) {
      const made = { n, of: [n, n, n] };
      if (n % 4 === 0) kept.push(made);
    }
    return kept.length > 0 && young();
  }
  if (isMainThread && ${held}) holdYoungHeap();
  if (isMainThread) {
    const main = work();
    const thread = new Worker(new URL(import.meta.url));
    thread.once('message', (theirs) => console.log(JSON.stringify([main, theirs])));
  } else parentPort.postMessage(work());
`;

test('neither the process nor its threads let their young heaps grow', () => {
  const sizes = (held: boolean): number[] => {
    const source = `data:text/javascript,${encodeURIComponent(program(held))}`;
    const start = `await import(${JSON.stringify(source)})`;
    return JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '-e', start], { encoding: 'utf8' }),
    ) as number[];
  };
  const mostHeld = 8;
  expect(Math.min(...sizes(false))).toBeGreaterThan(mostHeld);
  expect(Math.max(...sizes(true))).toBeLessThanOrEqual(mostHeld);
});
