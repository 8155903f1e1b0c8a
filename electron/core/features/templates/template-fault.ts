import type { TemplateProblem, TemplateProblemReason } from './render-job.ts';

/** A fault that we find ourselves, beside those of the parser. */
export class TemplateFault extends Error {
  readonly problem: TemplateProblem;
  constructor(problem: Pick<TemplateProblem, 'reason' | 'detail'> & Partial<TemplateProblem>) {
    super(problem.detail);
    this.problem = { line: 0, column: 0, ...problem };
  }
}

const patterns: readonly (readonly [RegExp, TemplateProblemReason])[] = [
  [/tag "([^"]*)" not found/, 'unknown-tag'],
  [/undefined filter: ([^\s,]*)/, 'unknown-filter'],
  [/(\w+(?: alloc| length)?) limit exceeded/, 'limit'],
];

/** What is wrong, out of whatever liquidjs threw: its errors carry the token, and their message ends in its place. */
export function problemOf(error: unknown): TemplateProblem {
  if (error instanceof TemplateFault) return error.problem;
  const message = error instanceof Error ? error.message : String(error);
  const [, line = '0', column = '0'] = /, line:(\d+), col:(\d+)/.exec(message) ?? [];
  const place = { line: Number(line), column: Number(column) };
  for (const [pattern, reason] of patterns) {
    const found = pattern.exec(message);
    if (found) return { ...place, reason, detail: found[1] ?? '' };
  }
  return { ...place, reason: 'syntax', detail: message.split(', line:')[0] ?? message };
}
