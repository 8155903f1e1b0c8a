import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { redactMessage, redactRecord, redactText } from './log-redaction.ts';
import { openRotatedFile } from './rotated-file.ts';

export interface LogOptions {
  /** Where `liaison.log` and the two before it stand. Without it nothing is written to disk. */
  readonly folder?: string;
  /** Servers and scripts also say it on standard error. */
  readonly stderr?: boolean;
  readonly level?: 'debug' | 'info' | 'warn' | 'error';
}

/** The one log of a host: JSON lines without secrets, message text or addresses, whatever the caller hands it. */
export function createLog({ folder, stderr = false, level = 'info' }: LogOptions): Logger {
  const sinks = [
    ...(folder === undefined ? [] : [openRotatedFile(join(folder, 'liaison.log'))]),
    ...(stderr ? [(line: string) => void process.stderr.write(line)] : []),
  ];
  const log = pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => error },
      formatters: { log: redactRecord },
      hooks: {
        logMethod(args, method) {
          method.apply(this, redactArguments(args) as typeof args);
        },
      },
    },
    {
      write(line: string) {
        for (const sink of sinks) sink(line);
      },
    },
  );
  return redactChildren(log);
}

/** Where an error comes without words, pino would take its message as it stands. */
function redactArguments(values: readonly unknown[]): unknown[] {
  const [first] = values;
  const error = first instanceof Error ? first : (first as { err?: unknown } | null)?.err;
  if (values.length === 1 && error instanceof Error) return [first, redactMessage(error.message)];
  return values.map((value) => (typeof value === 'string' ? redactText(value) : value));
}

/** pino formats what a child is given as it stands; children of children inherit this one. */
function redactChildren(log: Logger): Logger {
  const { child } = log;
  return Object.assign(log, {
    child(this: Logger, bindings: Record<string, unknown>) {
      return child.call(this, redactRecord(bindings));
    },
  });
}
