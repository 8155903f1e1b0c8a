import { parentPort } from 'node:worker_threads';
import type { RenderJob } from './render-job.ts';
import { render } from './render.ts';

/** A thread that fills one template after the other; `render-thread.ts` ends it when one takes too long. */
parentPort?.on('message', ({ id, job }: { id: number; job: RenderJob }) => {
  parentPort?.postMessage({ id, answer: render(job) });
});
parentPort?.postMessage({ id: 0 });
