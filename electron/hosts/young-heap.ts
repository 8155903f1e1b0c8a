import { setFlagsFromString } from 'node:v8';

/** Megabytes of each half of a thread's young heap: what is made for one mail is gone before it is full. */
const threadHalf = 4;

/**
 * Lets the part of the heap where objects begin grow no further than the start of the core needed. V8 doubles it while much
 * arrives at once, up to 128 MB, and gives that back only when nothing is to be done any more. A thread that starts from now
 * on has its own from its first moment, since it cannot grow either.
 */
export function holdYoungHeap(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString(`--min-semi-space-size=${threadHalf}`);
}
