import { parentPort, workerData } from 'node:worker_threads';
import { readMessageFile } from '../../electron/core/connectors/mail/message-file.ts';
import { unreadableMessage } from '../../electron/core/connectors/mail/unreadable.ts';
import type { ParserData, ParseTask } from '../../electron/core/connectors/mail/parse-protocol.ts';

/** A parser that some messages kill: by ending its thread, by never ending, or by taking all memory. */
const progress = new Int32Array((workerData as ParserData).progress);
Atomics.store(progress, 0, 0);

parentPort?.on('message', (task: ParseTask) => {
  if (task.kind === 'attachment') process.exit(3);
  Atomics.store(progress, 0, 0);
  const messages = task.messages.map((unparsed, index) => {
    const raw = 'bytes' in unparsed ? unparsed : { ...unparsed, bytes: readMessageFile(unparsed.path) };
    const text = Buffer.from(raw.bytes).toString();
    if (text.includes('X-Kill: exit')) process.exit(3);
    if (text.includes('X-Kill: hang')) for (;;) Atomics.load(progress, 0);
    if (text.includes('X-Kill: memory')) takeAllMemory();
    Atomics.store(progress, 0, index + 1);
    const source = 'bytes' in unparsed ? {} : { source: raw.bytes };
    return { ...unreadableMessage(raw), unreadable: false, ...source };
  });
  parentPort?.postMessage({ kind: 'messages', id: task.id, messages });
});

function takeAllMemory(): never {
  const held: number[][] = [];
  for (;;) held.push(Array.from({ length: 100_000 }, (_, n) => n + held.length));
}
