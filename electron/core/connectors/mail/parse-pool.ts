import { Worker } from 'node:worker_threads';
import { LiaisonError } from '../../../shared/errors.ts';
import type { ReceivedMessage, ServerCopy } from '../../../shared/received.ts';
import { mailLimits } from './limits.ts';
import { readMessageFile } from './message-file.ts';
import {
  doneSlot,
  progressSlots,
  readingSlot,
  type AnsweredMessage,
  type ParseAnswer,
  type ParserData,
  type ParseTask,
} from './parse-protocol.ts';
import { unreadableMessage } from './unreadable.ts';

/** The bytes of one message and what the place they came from knows about them. */
export interface RawMessage {
  readonly bytes: Uint8Array;
  /** INTERNALDATE in epoch milliseconds; null for a file: then its headers tell. */
  readonly receivedAt: number | null;
  readonly copy: ServerCopy | null;
  /** `sent`: it stands among the sent mail; `by-author`: an archive, where our own address means that we wrote it. */
  readonly place: 'received' | 'sent' | 'by-author';
  /** Lower-case addresses of the channel. */
  readonly ownAddresses: readonly string[];
  /** The bytes are not all of it: it was larger than Liaison fetches. */
  readonly truncated?: boolean;
}

/** A message in a file of its own, which the parser's thread reads: the core's does not wait for the disk. */
export interface FiledMessage extends Omit<RawMessage, 'bytes'> {
  readonly path: string;
}
export type UnparsedMessage = RawMessage | FiledMessage;

export interface ParsedAttachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Parses mail outside the core's thread: a message that kills its parser costs nothing but itself. */
export interface ParsePool {
  /** There is work soon: the first thread loads its program while whoever calls finds the mail. */
  prepare(): void;
  /**
   * In the order deadly. Never rejects for what a message is: one that no parser survives comes back `unreadable` with
   * its bytes. @throws LiaisonError `cancelled` when the pool is closed; `file-unreadable` or `file-too-large` for a file
   */
  parse(messages: readonly UnparsedMessage[]): Promise<ReceivedMessage[]>;
  /** Bytes of the attachment at `part`. @throws LiaisonError `file-unreadable` */
  attachment(source: Uint8Array, part: number): Promise<ParsedAttachment>;
  close(): Promise<void>;
}

/** Work that one parser does at a time. */
interface Job {
  task(id: number): ParseTask;
  answer(answer: ParseAnswer): void;
  /** The parser died or hung after `done` messages of the task. Says whether there is something to try again. */
  strike(done: number): boolean;
  cancel(): void;
}

/** A parser's thread; started when there is work, replaced when it dies. */
interface Parser {
  readonly worker: Worker;
  readonly progress: Int32Array;
  readonly startedAt: number;
  id: number;
  job: Job | null;
  timer: NodeJS.Timeout | undefined;
}

/** Until the parser's thread has loaded its program. */
const stillStarting = -1;

/** Starts no thread before there is work, or soon will be. `entry` is the file of the parser's thread. */
export function createParsePool(entry: URL): ParsePool {
  const waiting: Job[] = [];
  const parsers = new Set<Parser>();
  let closed = false;

  function start(): Parser {
    const progress = new Int32Array(new SharedArrayBuffer(progressSlots * Int32Array.BYTES_PER_ELEMENT));
    Atomics.store(progress, doneSlot, stillStarting);
    const worker = new Worker(entry, {
      workerData: { progress: progress.buffer } satisfies ParserData,
      resourceLimits: { maxOldGenerationSizeMb: mailLimits.parseHeapMegabytes, stackSizeMb: 4 },
      // The parser needs nothing of the core's surroundings.
      env: {},
    });
    const startedAt = performance.now();
    const parser: Parser = { worker, progress, startedAt, id: 0, job: null, timer: undefined };
    parsers.add(parser);
    worker.on('message', (answer: ParseAnswer) => receive(parser, answer));
    worker.on('error', () => fail(parser));
    worker.on('exit', () => fail(parser));
    worker.unref();
    return parser;
  }

  function pump(): void {
    while (!closed && waiting.length > 0) {
      const idle = [...parsers].find((parser) => parser.job === null);
      const parser = idle ?? (parsers.size < mailLimits.parsers ? start() : null);
      if (!parser) return;
      const job = waiting.shift();
      if (job) give(parser, job);
    }
  }

  function give(parser: Parser, job: Job): void {
    parser.job = job;
    parser.id += 1;
    parser.worker.ref();
    watch(parser, stillStarting);
    parser.worker.postMessage(job.task(parser.id));
  }

  /** Every message has its own time: one that is not done at the end of it ends its parser. */
  function watch(parser: Parser, doneBefore: number): void {
    clearTimeout(parser.timer);
    parser.timer = setTimeout(() => {
      const done = Atomics.load(parser.progress, doneSlot);
      const starts = done === stillStarting && performance.now() - parser.startedAt < mailLimits.parserStart;
      const reads = Atomics.load(parser.progress, readingSlot) === 1;
      if (done > doneBefore || starts || reads) watch(parser, done);
      else fail(parser);
    }, mailLimits.parse);
  }

  function receive(parser: Parser, answer: ParseAnswer): void {
    const { job } = parser;
    if (!job || answer.id !== parser.id) return;
    clearTimeout(parser.timer);
    parser.job = null;
    parser.worker.unref();
    job.answer(answer);
    pump();
  }

  function fail(parser: Parser): void {
    if (!parsers.delete(parser)) return;
    clearTimeout(parser.timer);
    void parser.worker.terminate();
    if (parser.job?.strike(Math.max(0, Atomics.load(parser.progress, doneSlot))) && !closed)
      waiting.unshift(parser.job);
    pump();
  }

  const run = (job: Job) => {
    if (closed) return job.cancel();
    waiting.push(job);
    pump();
  };

  return {
    prepare() {
      if (!closed && parsers.size === 0) start();
    },
    async parse(messages) {
      const groups: Promise<ReceivedMessage[]>[] = [];
      for (let from = 0; from < messages.length; from += mailLimits.parseGroup) {
        groups.push(parseGroup(messages.slice(from, from + mailLimits.parseGroup), run));
      }
      return (await Promise.all(groups)).flat();
    },
    attachment: (source, part) => readAttachment({ source, part }, run),
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.cancel();
      const ended = [...parsers].map((parser) => {
        clearTimeout(parser.timer);
        parser.job?.cancel();
        return parser.worker.terminate();
      });
      parsers.clear();
      await Promise.all(ended);
    },
  };
}

function parseGroup(
  messages: readonly UnparsedMessage[],
  run: (job: Job) => void,
): Promise<ReceivedMessage[]> {
  const strikes = new Map<UnparsedMessage, number>();
  /** Those that no parser survives. */
  const deadly = new Set<UnparsedMessage>();
  const { promise, resolve, reject } = Promise.withResolvers<ReceivedMessage[]>();
  const left = () => messages.filter((message) => !deadly.has(message));
  const finish = (parsed: readonly AnsweredMessage[]) => {
    const rest = parsed.values();
    resolve(messages.map((one) => received(one, deadly.has(one) ? undefined : rest.next().value)));
  };
  run({
    task: (id) => ({ kind: 'messages', id, messages: left() }),
    answer(answer) {
      if (answer.kind === 'refused') reject(new LiaisonError(answer.error.code, answer.error));
      else finish(answer.kind === 'messages' ? answer.messages : []);
    },
    strike(done) {
      // One that died with all of it done died of handing it over.
      const culprit = left()[Math.min(done, left().length - 1)];
      if (!culprit) return false;
      strikes.set(culprit, (strikes.get(culprit) ?? 0) + 1);
      if ((strikes.get(culprit) ?? 0) >= mailLimits.parseStrikes) deadly.add(culprit);
      if (left().length > 0) return true;
      finish([]);
      return false;
    },
    cancel: () => reject(new LiaisonError('cancelled')),
  });
  return promise;
}

/** What came back with its bytes; a plain look at the bytes where nothing came back. */
function received(one: UnparsedMessage, parsed: AnsweredMessage | undefined): ReceivedMessage {
  if (parsed?.source) return { ...parsed, source: parsed.source };
  const raw = 'bytes' in one ? one : { ...one, bytes: readMessageFile(one.path) };
  return { ...(parsed ?? unreadableMessage(raw)), source: raw.bytes };
}

function readAttachment(wanted: { source: Uint8Array; part: number }, run: (job: Job) => void) {
  return new Promise<ParsedAttachment>((resolve, reject) => {
    const refuse = () => reject(new LiaisonError('file-unreadable', { detail: { part: wanted.part } }));
    run({
      task: (id) => ({ kind: 'attachment', id, ...wanted }),
      answer(answer) {
        if (answer.kind === 'attachment' && answer.attachment) resolve(answer.attachment);
        else refuse();
      },
      strike() {
        refuse();
        return false;
      },
      cancel: () => reject(new LiaisonError('cancelled')),
    });
  });
}
