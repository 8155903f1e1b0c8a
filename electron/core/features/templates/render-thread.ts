import { Worker } from 'node:worker_threads';
import type { RenderAnswer, RenderJob } from './render-job.ts';

/** liquidjs counts its own time between steps; this ends what does not come to its next step. */
const wallClockMilliseconds = 1_000;
const startMilliseconds = 20_000;
const idleMilliseconds = 60_000;

export interface RenderThread {
  /** Fills a template within the limits; a template that exceeds them is `failed`, and the thread begins anew. */
  render(job: RenderJob): Promise<RenderAnswer>;
  close(): Promise<void>;
}

const outOfTime: RenderAnswer = {
  kind: 'failed',
  problem: { reason: 'limit', detail: 'time', line: 0, column: 0 },
};

interface FromWorker {
  readonly id: number;
  readonly answer?: RenderAnswer;
}

/** One worker thread, started at the first template, which fills one after the other. It rests when it has been idle. */
export function createRenderThread(entry: URL, limit: number = wallClockMilliseconds): RenderThread {
  let worker: Promise<Worker> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let id = 0;
  let closed = false;

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ending = worker;
    worker = null;
    await ending?.then((started) => started.terminate()).catch(() => undefined);
  }

  async function renderNow(job: RenderJob): Promise<RenderAnswer> {
    clearTimeout(idle);
    if (closed) return outOfTime;
    const thread = await (worker ??= startWorker(entry)).catch((error: unknown) => {
      worker = null;
      throw error;
    });
    const answer = await ask(thread, { id: (id += 1), job, limit });
    if (answer === null) await end();
    else idle = setTimeout(() => void end(), idleMilliseconds).unref();
    return answer ?? outOfTime;
  }

  return {
    render(job) {
      const answer = queue.then(() => renderNow(job));
      queue = answer.catch(() => undefined);
      return answer;
    },
    async close() {
      closed = true;
      await end();
    },
  };
}

/** Waits for the worker's first word, so that its start is not counted against a template. */
function startWorker(entry: URL): Promise<Worker> {
  const worker = new Worker(entry, {
    resourceLimits: { maxOldGenerationSizeMb: 64 },
    stdout: true,
    stderr: true,
  });
  worker.unref();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      void worker.terminate();
      reject(new Error('the render worker does not start'));
    }, startMilliseconds);
    worker.once('message', () => {
      clearTimeout(timer);
      resolve(worker);
    });
    worker.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}

/** The worker's answer, or null where it has overrun or died. */
function ask(
  worker: Worker,
  { id, job, limit }: { id: number; job: RenderJob; limit: number },
): Promise<RenderAnswer | null> {
  return new Promise((resolve) => {
    const settle = (answer: RenderAnswer | null) => {
      clearTimeout(timer);
      worker.off('message', hear);
      worker.off('exit', die);
      worker.off('error', die);
      resolve(answer);
    };
    const hear = (message: FromWorker) => {
      if (message.id === id) settle(message.answer ?? null);
    };
    const die = () => settle(null);
    const timer = setTimeout(die, limit);
    worker.on('message', hear);
    worker.on('exit', die);
    worker.on('error', die);
    worker.postMessage({ id, job });
  });
}
