import { readHead, isTail, literalAtEnd, type AnswerHead } from './fetch-answer.ts';
import { mailLimits } from './limits.ts';

/** A message as the answer to a FETCH brought it. */
export interface WholeMessage {
  readonly uid: number;
  readonly internalDate: string | undefined;
  readonly bytes: Uint8Array;
}

/** Who waits for messages. */
export interface Taker {
  /** Whether this one was asked for and has not come yet. */
  wants(uid: number): boolean;
  take(message: WholeMessage): void;
}

/** Cuts the messages that a taker wants out of what an IMAP server says. */
export interface MessageCutter {
  taker: Taker | null;
  /** What is left of the next bytes of the stream, for whoever reads all other responses: they stay whole and in order. */
  cut(chunk: Buffer): Buffer;
}

/** Of a literal that is taken: the line before it, as it came. */
interface Taken extends AnswerHead {
  readonly line: Buffer;
  readonly bytes: Buffer;
}

type Reading =
  /** A line; `fresh` where a response begins with it. `ending`: the last bytes of it that were passed on already. */
  | { readonly kind: 'line'; readonly fresh: boolean; held: Buffer; ending: string }
  | { readonly kind: 'passed-literal'; left: number }
  | { readonly kind: 'literal'; readonly taken: Taken; filled: number }
  | { readonly kind: 'tail'; readonly taken: Taken; held: Buffer };

const nothing = Buffer.alloc(0);
const aLine = (fresh: boolean): Reading => ({ kind: 'line', fresh, held: nothing, ending: '' });
const afterTaken = (taken: Taken, filled: number): Reading =>
  filled < taken.size ? { kind: 'literal', taken, filled } : { kind: 'tail', taken, held: nothing };

/** An answer's lines around a message are shorter; so much of a line tells whether a literal follows it. */
const longestLine = 1_000;
const lineFeed = 0x0a;

/**
 * Follows the stream from response to response. Whatever is not the plain answer to a FETCH of a whole message (RFC 9051,
 * 7.5.2), was not asked for or is too large goes on as it came.
 */
export function createMessageCutter(): MessageCutter {
  let reading = aLine(true);
  let left: Buffer[] = [];

  const cutter: MessageCutter = {
    taker: null,
    cut(chunk) {
      for (let at = 0; at < chunk.length;) at += read(chunk.subarray(at));
      const [first = nothing, ...others] = left;
      const rest = others.length === 0 ? first : Buffer.concat(left);
      left = [];
      return rest;
    },
  };

  /** Gives how many bytes it read. */
  function read(bytes: Buffer): number {
    if (reading.kind === 'line') return readLine(reading, bytes);
    if (reading.kind === 'tail') return readTail(reading, bytes);
    if (reading.kind === 'literal') {
      const { taken, filled } = reading;
      const some = bytes.subarray(0, taken.size - filled);
      taken.bytes.set(some, filled);
      reading = afterTaken(taken, filled + some.length);
      return some.length;
    }
    const some = bytes.subarray(0, reading.left);
    left.push(some);
    reading.left -= some.length;
    if (reading.left === 0) reading = aLine(false);
    return some.length;
  }

  function readLine(line: Reading & { kind: 'line' }, bytes: Buffer): number {
    const end = bytes.indexOf(lineFeed) + 1;
    const some = end === 0 ? bytes : bytes.subarray(0, end);
    const mayBeTaken = line.fresh && line.ending === '' && cutter.taker !== null;
    const held = line.held.length === 0 ? some : Buffer.concat([line.held, some]);
    if (end === 0 && mayBeTaken && held.length < longestLine) line.held = held;
    else if (!mayBeTaken || !begins(held)) passLine(held, line.ending);
    return some.length;
  }

  /** Whether a line is the beginning of an answer that is taken. */
  function begins(line: Buffer): boolean {
    const head = line.length < longestLine ? readHead(line.toString('latin1')) : null;
    if (!head || head.size > mailLimits.message || !cutter.taker?.wants(head.uid)) return false;
    // Shared: the parser's thread reads it where it is, and nothing is copied.
    const bytes = Buffer.from(new SharedArrayBuffer(head.size));
    reading = afterTaken({ ...head, line, bytes }, 0);
    return true;
  }

  function readTail(tail: Reading & { kind: 'tail' }, bytes: Buffer): number {
    const { taken } = tail;
    const end = bytes.indexOf(lineFeed) + 1;
    const some = end === 0 ? bytes : bytes.subarray(0, end);
    tail.held = Buffer.concat([tail.held, some]);
    if (end === 0 && tail.held.length < longestLine) return some.length;
    if (tail.held.length < longestLine && isTail(tail.held.toString('latin1'))) {
      cutter.taker?.take(taken);
      reading = aLine(true);
    } else {
      left.push(taken.line, taken.bytes);
      passLine(tail.held, '');
    }
    return some.length;
  }

  /** Passes on a line, or as much of it as there is. */
  function passLine(bytes: Buffer, before: string): void {
    left.push(bytes);
    const ending = before + bytes.toString('latin1', Math.max(0, bytes.length - longestLine));
    if (bytes.at(-1) !== lineFeed) {
      reading = { kind: 'line', fresh: false, held: nothing, ending: ending.slice(-longestLine) };
      return;
    }
    const literal = literalAtEnd(ending);
    if (literal === null) reading = aLine(true);
    else reading = literal === 0 ? aLine(false) : { kind: 'passed-literal', left: literal };
  }

  return cutter;
}
