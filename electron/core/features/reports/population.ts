import type { ChannelId } from '../../../shared/ids.ts';
import type { Span } from '../../../shared/time.ts';
import { isRunningAt, type Cycle } from '../metrics/cycle-rules.ts';
import type { SegmentFacts } from '../metrics/rules.ts';
import type { Standing } from '../metrics/standing-rules.ts';

/** The segments of a report, and the stretches of them that count. Spam has left; what it left is counted. */
export interface ReportPopulation {
  readonly segments: readonly SegmentFacts[];
  readonly spam: readonly SegmentFacts[];
  readonly cycles: readonly CountedCycle[];
}

/** A cycle that counts: neither of a spam segment nor of a customer's "thanks". */
export interface CountedCycle extends Cycle {
  readonly channelId: ChannelId;
  /** Of its whole segment. */
  readonly standings: readonly Standing[];
}

export function populationOf(all: readonly SegmentFacts[]): ReportPopulation {
  const segments = all.filter((segment) => segment.state !== 'spam');
  const cycles = segments.flatMap((segment) =>
    segment.cycles
      .filter((cycle) => !cycle.thanks)
      .map((cycle) => ({ ...cycle, channelId: segment.channelId, standings: segment.standings })),
  );
  return { segments, spam: all.filter((segment) => segment.state === 'spam'), cycles };
}

export const isWithin = (at: number | null | undefined, span: Span): boolean =>
  at !== null && at !== undefined && at >= span.from && at < span.to;

export const countWithin = (moments: readonly number[], span: Span): number =>
  moments.reduce((found, at) => (isWithin(at, span) ? found + 1 : found), 0);

export const openAt = (cycles: readonly CountedCycle[], at: number): CountedCycle[] =>
  cycles.filter((cycle) => isRunningAt(cycle, at));

export const resolvedWithin = (cycle: CountedCycle, span: Span): boolean =>
  cycle.end === 'resolved' && isWithin(cycle.to, span);
