import { zipSync } from 'fflate';
import { parentPort } from 'node:worker_threads';
import { readInside } from './read-inside.ts';
import type { ReadAnswer, ReadReply, ReadTask } from './read-protocol.ts';

/** The reading thread: one task after the other, without keys or network. The large libraries are loaded by who needs them. */
parentPort?.on('message', ({ id, task }: { id: number; task: ReadTask }) => {
  void work(task)
    .catch(() => null)
    .then((answer) => parentPort?.postMessage({ id, answer } satisfies ReadReply));
});
parentPort?.postMessage({ id: 0, answer: null } satisfies ReadReply);

async function work(task: ReadTask): Promise<ReadAnswer | null> {
  switch (task.kind) {
    case 'text':
      return (await import('./extract-text.ts')).extractText(task.bytes, task.as);
    case 'inside':
      return readInside(task.bytes);
    case 'invitation':
      return (await import('./read-invitation.ts')).readInvitation(task.bytes);
    case 'pack':
      // Stored, not packed: pictures and PDFs are packed already, and nobody waits for the rest.
      return zipSync(Object.fromEntries(task.files.map((file) => [file.name, [file.bytes, { level: 0 }]])));
  }
}
