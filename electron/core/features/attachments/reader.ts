import { Worker } from 'node:worker_threads';
import { LiaisonError } from '../../../shared/errors.ts';
import type { ReadAnswer, ReadAnswers, ReadReply, ReadTask } from './read-protocol.ts';
import { readingLimits } from './reading-limits.ts';

/** Reads files of strangers outside the core's thread: one that hangs or kills its reader costs nothing but itself. */
export interface FileReader {
  /**
   * What somebody waits for goes before what is done beside the work.
   *
   * @throws LiaisonError `file-unreadable`; `cancelled` when the reader is closed
   */
  read<Kind extends ReadTask['kind']>(
    task: ReadTask & { kind: Kind },
    options?: { beside?: boolean },
  ): Promise<ReadAnswers[Kind]>;
  close(): Promise<void>;
}

interface Job {
  readonly task: ReadTask;
  readonly beside: boolean;
  settle(answer: ReadAnswer): void;
  fail(error: LiaisonError): void;
}

interface Thread {
  readonly worker: Worker;
  readonly startedAt: number;
  ready: boolean;
  id: number;
  job: Job | null;
  /** When its task began, and how large the process was then. */
  since: number;
  size: number;
}

/** How often a task is looked at; a thread that is not needed any more ends after as long as `idleMilliseconds`. */
const lookMilliseconds = 200;
const idleMilliseconds = 60_000;

/** Starts no thread before there is work. `entry` is the file of the thread. */
export function createFileReader(entry: URL): FileReader {
  const waiting: Job[] = [];
  let thread: Thread | null = null;
  let looking: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;
  let closed = false;

  function start(): Thread {
    const worker = new Worker(entry, {
      resourceLimits: { maxOldGenerationSizeMb: readingLimits.heapMegabytes, stackSizeMb: 4 },
      env: {},
      // A library's warnings about a stranger's file are nobody's news.
      stdout: true,
      stderr: true,
    });
    const started: Thread = {
      worker,
      startedAt: performance.now(),
      ready: false,
      id: 0,
      job: null,
      since: 0,
      size: 0,
    };
    worker.stdout.resume();
    worker.stderr.resume();
    worker.on('message', (reply: ReadReply) => receive(started, reply));
    worker.on('error', () => end(started));
    worker.on('exit', () => end(started));
    worker.unref();
    return started;
  }

  function pump(): void {
    if (closed || thread?.job) return;
    const at = waiting.findIndex((job) => !job.beside);
    const [job] = waiting.splice(Math.max(0, at), 1);
    if (!job) return;
    clearTimeout(idle);
    thread ??= start();
    thread.job = job;
    thread.id += 1;
    thread.since = performance.now();
    thread.size = process.memoryUsage.rss();
    thread.worker.ref();
    looking ??= setInterval(look, lookMilliseconds).unref();
    thread.worker.postMessage({ id: thread.id, task: job.task });
  }

  /** Ends the thread where its task takes too long or too much. */
  function look(): void {
    if (!thread?.job) return;
    const now = performance.now();
    const isLate = thread.ready
      ? now - Math.max(thread.since, thread.startedAt) > readingLimits.time
      : now - thread.startedAt > readingLimits.start;
    if (isLate || process.memoryUsage.rss() - thread.size > readingLimits.growth) end(thread);
  }

  function receive(from: Thread, { id, answer }: ReadReply): void {
    if (!from.ready) {
      from.ready = true;
      from.since = performance.now();
    }
    const { job } = from;
    if (!job || id !== from.id) return;
    from.job = null;
    rest(from);
    if (answer === null) job.fail(new LiaisonError('file-unreadable'));
    else job.settle(answer);
    pump();
  }

  function rest(from: Thread): void {
    clearInterval(looking);
    looking = undefined;
    from.worker.unref();
    clearTimeout(idle);
    idle = setTimeout(() => end(from), idleMilliseconds).unref();
  }

  function end(ended: Thread): void {
    if (thread !== ended) return;
    thread = null;
    clearInterval(looking);
    looking = undefined;
    clearTimeout(idle);
    void ended.worker.terminate();
    ended.job?.fail(new LiaisonError('file-unreadable'));
    pump();
  }

  return {
    read<Kind extends ReadTask['kind']>(task: ReadTask & { kind: Kind }, { beside = false } = {}) {
      return new Promise<ReadAnswers[Kind]>((resolve, reject) => {
        if (closed) return reject(new LiaisonError('cancelled'));
        // The thread answers every task with what its kind promises (`read-worker.ts`).
        waiting.push({ task, beside, settle: resolve as Job['settle'], fail: reject });
        return pump();
      });
    },
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.fail(new LiaisonError('cancelled'));
      clearInterval(looking);
      clearTimeout(idle);
      const ending = thread;
      thread = null;
      ending?.job?.fail(new LiaisonError('cancelled'));
      await ending?.worker.terminate();
    },
  };
}
