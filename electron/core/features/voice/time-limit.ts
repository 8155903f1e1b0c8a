import { createContext, Script } from 'node:vm';

/** Thrown where work was stopped because it had used up its time. */
export class OutOfTime extends Error {}

const room: { work: (() => void) | null } = { work: null };
const context = createContext(room);
const script = new Script('work()');

/**
 * Runs synchronous work and stops it, even in the middle of a regular expression, once `milliseconds` have passed:
 * V8 looks for a stop whenever an expression backtracks. The work must be pure, because it can end anywhere.
 *
 * @throws OutOfTime
 */
export function withinTime<Result>(milliseconds: number, work: () => Result): Result {
  let result: { value: Result } | null = null;
  room.work = () => {
    result = { value: work() };
  };
  try {
    script.runInContext(context, { timeout: milliseconds });
  } catch (error) {
    if (isTimeout(error)) throw new OutOfTime();
    throw error;
  } finally {
    room.work = null;
  }
  const done = result as { value: Result } | null;
  if (!done) throw new OutOfTime();
  return done.value;
}

/** The error is of the context's own realm, so that it is no `instanceof Error` here. */
const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/** Processor time of this thread in milliseconds: what a busy machine doesn't stretch. */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
