import { readFileSync } from 'node:fs';
import { median } from './statistics.ts';

/** The unit of /proc on every Linux (`sysconf(_SC_CLK_TCK)`). */
const ticksPerSecond = 100;

/**
 * Seconds that the processors spent on programs that were begun here and have ended (`cutime` and `cstime`, proc(5)), or
 * null where there is no /proc. What else the machine does changes it little, and the time on the clock a lot.
 */
function ofEndedPrograms(): number | null {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
  } catch {
    return null;
  }
}

/** Processor time of what is run, one after the other. */
export interface ProcessorTimes {
  measure<Result>(whose: 'ours' | 'theirs', work: () => Promise<Result>): Promise<Result>;
  /** Such as `processor time 14.2 s against 38.1 s`. */
  readonly note: string;
}

export function createProcessorTimes(): ProcessorTimes {
  const times = { ours: new Array<number>(), theirs: new Array<number>() };
  return {
    async measure(whose, work) {
      const before = ofEndedPrograms();
      const result = await work();
      const after = ofEndedPrograms();
      if (before !== null && after !== null) times[whose].push(after - before);
      return result;
    },
    get note() {
      if (times.ours.length === 0) return 'no processor time here';
      return `processor time ${median(times.ours).toFixed(1)} s against ${median(times.theirs).toFixed(1)} s`;
    },
  };
}
