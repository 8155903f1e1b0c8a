import { parentPort, workerData } from 'node:worker_threads';
import { asLiaisonError } from '../../../shared/errors.ts';
import { bounceOf } from './bounce.ts';
import { readMessageFile } from './message-file.ts';
import { parseMessage, readAttachment } from './parse-message.ts';
import type { RawMessage, UnparsedMessage } from './parse-pool.ts';
import {
  doneSlot,
  readingSlot,
  type AnsweredMessage,
  type ParseAnswer,
  type ParsedMessage,
  type ParserData,
  type ParseTask,
} from './parse-protocol.ts';
import { unreadableMessage } from './unreadable.ts';

/** The parser's thread: one task after the other. */
const progress = new Int32Array((workerData as ParserData).progress);

Atomics.store(progress, doneSlot, 0);
parentPort?.on('message', (task: ParseTask) => {
  void work(task).then((answer) => parentPort?.postMessage(answer, bytesReadFor(answer)));
});

/** They are handed over, not copied. */
const bytesReadFor = (answer: ParseAnswer): ArrayBuffer[] =>
  answer.kind === 'messages' ? answer.messages.flatMap(({ source }) => source?.buffer ?? []) : [];

async function work(task: ParseTask): Promise<ParseAnswer> {
  const { id, kind } = task;
  Atomics.store(progress, doneSlot, 0);
  if (kind === 'attachment') {
    return { kind, id, attachment: await readAttachment(task.source, task.part).catch(() => null) };
  }
  try {
    return { kind, id, messages: await parseAll(task.messages) };
  } catch (error) {
    return { kind: 'refused', id, error: asLiaisonError(error).shape };
  }
}

/** @throws LiaisonError `file-unreadable`, `file-too-large` */
async function parseAll(unparsed: readonly UnparsedMessage[]): Promise<AnsweredMessage[]> {
  const messages: AnsweredMessage[] = [];
  for (const one of unparsed) {
    if ('bytes' in one) messages.push(await parse(one));
    else {
      const bytes = readFile(one.path);
      messages.push({ ...(await parse({ ...one, bytes })), source: bytes });
    }
    Atomics.store(progress, doneSlot, messages.length);
  }
  return messages;
}

function readFile(path: string): Uint8Array<ArrayBuffer> {
  Atomics.store(progress, readingSlot, 1);
  try {
    return readMessageFile(path);
  } finally {
    Atomics.store(progress, readingSlot, 0);
  }
}

/** What no parser reads is kept as it came. */
async function parse(raw: RawMessage): Promise<ParsedMessage> {
  try {
    const message = await parseMessage(raw);
    const bounce = bounceOf(raw.bytes, message);
    return bounce ? { ...message, bounce } : message;
  } catch {
    return unreadableMessage(raw);
  }
}
