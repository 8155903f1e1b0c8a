import { Worker } from 'node:worker_threads';
import type { ClientId } from '../../shared/ids.ts';
import type { LostFiles } from './client/source-check.ts';

/** Passed to the worker's thread. */
export interface PageCheckData {
  readonly clientId: ClientId;
  readonly path: string;
  readonly key: Uint8Array;
  /** Whether every page was looked at when it was opened: then only the mail beside it is left to be looked at. */
  readonly isChecked: boolean;
}
/** What is damaged: the file itself, or the mail beside it. */
export type Damage = 'pages' | LostFiles;
export type PageCheckAnswer = Damage | 'none';

/** Looks at every page of large files, and at the mail beside them, one file at a time and beside the work. */
export interface PageCheck {
  /** `onDamaged` is called where something proves damaged; that all is sound is told to nobody. */
  add(file: PageCheckData, onDamaged: (damage: Damage) => void): void;
  close(): Promise<void>;
}

/** The first screen comes first. */
const patienceMilliseconds = 10_000;

/** `entry` is the file of the worker's thread, which is started when there is something to look at. */
export function createPageCheck(entry: URL, options: { patience?: number } = {}): PageCheck {
  const waiting: { file: PageCheckData; onDamaged: (damage: Damage) => void }[] = [];
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
      if (answer !== 'none') work.onDamaged(answer);
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
