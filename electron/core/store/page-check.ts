import { Worker } from 'node:worker_threads';

/** Passed to the worker's thread. */
export interface PageCheckData {
  readonly path: string;
  readonly key: Uint8Array;
}
export type PageCheckAnswer = 'sound' | 'damaged';

/** Looks at every page of large files beside the work, one file at a time. */
export interface PageCheck {
  /** `onDamaged` is called where the file proves damaged; that it is sound is told to nobody. */
  add(file: PageCheckData, onDamaged: () => void): void;
  close(): Promise<void>;
}

/** The first screen comes first. */
const patienceMilliseconds = 10_000;

/** `entry` is the file of the worker's thread, which is started when there is something to look at. */
export function createPageCheck(entry: URL, options: { patience?: number } = {}): PageCheck {
  const waiting: { file: PageCheckData; onDamaged: () => void }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let worker: Worker | null = null;

  function next(): void {
    timer = undefined;
    const work = waiting.shift();
    if (!work) return;
    const looking = new Worker(entry, { workerData: work.file, env: {} });
    worker = looking;
    looking.unref();
    looking.on('message', (answer: PageCheckAnswer) => {
      if (answer === 'damaged') work.onDamaged();
    });
    // A check that could not be made (no memory, no thread) says nothing about the file.
    looking.on('error', () => undefined);
    looking.on('exit', () => {
      if (worker !== looking) return;
      worker = null;
      next();
    });
  }

  return {
    add(file, onDamaged) {
      waiting.push({ file, onDamaged });
      if (worker || timer) return;
      timer = setTimeout(next, options.patience ?? patienceMilliseconds);
      timer.unref();
    },
    async close() {
      clearTimeout(timer);
      waiting.length = 0;
      const looking = worker;
      worker = null;
      await looking?.terminate();
    },
  };
}
