import { parentPort, workerData } from 'node:worker_threads';
import { bounceOf } from './bounce.ts';
import { parseMessage, readAttachment } from './parse-message.ts';
import type { RawMessage } from './parse-pool.ts';
import type { ParseAnswer, ParsedMessage, ParserData, ParseTask } from './parse-protocol.ts';
import { unreadableMessage } from './unreadable.ts';

/** The parser's thread: one task after the other. */
const progress = new Int32Array((workerData as ParserData).progress);

Atomics.store(progress, 0, 0);
parentPort?.on('message', (task: ParseTask) => {
  void work(task).then((answer) => parentPort?.postMessage(answer));
});

async function work(task: ParseTask): Promise<ParseAnswer> {
  const { id, kind } = task;
  Atomics.store(progress, 0, 0);
  if (kind === 'attachment') {
    return { kind, id, attachment: await readAttachment(task.source, task.part).catch(() => null) };
  }
  const messages: ParsedMessage[] = [];
  for (const raw of task.messages) {
    messages.push(await parse(raw).catch(() => unreadableMessage(raw)));
    Atomics.store(progress, 0, messages.length);
  }
  return { kind, id, messages };
}

async function parse(raw: RawMessage): Promise<ParsedMessage> {
  const message = await parseMessage(raw);
  const bounce = bounceOf(raw.bytes, message);
  return bounce ? { ...message, bounce } : message;
}
