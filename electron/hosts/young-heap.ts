import { setFlagsFromString } from 'node:v8';

/**
 * Lets the part of the heap where objects begin grow no further than the start of the core needed. V8 doubles it while much
 * arrives at once, up to 128 MB, and gives that back only when nothing is to be done any more.
 */
export const holdYoungHeap = (): void => setFlagsFromString('--semi-space-growth-factor=1');
