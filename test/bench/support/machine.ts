import { cpus, loadavg, release, totalmem, type } from 'node:os';

export interface Machine {
  readonly system: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGB: number;
  readonly node: string;
}

export function thisMachine(): Machine {
  const all = cpus();
  return {
    system: `${type()} ${release()}`,
    processor: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memoryGB: Math.round(totalmem() / 1024 ** 3),
    node: process.version,
  };
}

/** Runnable processes over the last minute; what is far above `cores` slows every figure. */
export const loadNow = (): number => loadavg()[0] ?? 0;
