import type { Figure } from '../../../shared/reports.ts';
import type { ServiceLevels } from '../../../shared/service-levels.ts';
import type { Span } from '../../../shared/time.ts';
import type { SegmentFacts } from '../metrics/rules.ts';
import { share } from './figures.ts';
import { isWithin, type ReportPopulation } from './population.ts';

/** What was promised at a moment, and when a promise made then falls due. Epoch milliseconds. */
export interface Promises {
  levelsAt(at: number): ServiceLevels;
  /** Null where the client's calendar never comes so far. */
  dueAfter(from: number, minutes: number): number | null;
}

/** A stretch that something was promised of: how it ended, or null while it runs. */
interface Owed {
  readonly from: number;
  readonly to: number | null;
  /** What was promised came; else the wait ended without it. */
  readonly given: boolean;
}

/**
 * How many promises were kept. A promise is decided once, in one period: when it is kept, or when it falls due; what is
 * late is never counted again when it ends. A customer's "thanks" asks for nothing.
 */
export function promiseFigures(population: ReportPopulation, span: Span, promises: Promises): Figure[] {
  const segments = population.segments.filter(({ cycles }) => !cycles.every((cycle) => cycle.thanks));
  const kept = (kind: keyof ServiceLevels, all: readonly Owed[]) => keptOf(all, { kind, span, promises });
  return [
    share('first-response-kept', kept('firstResponse', segments.flatMap(firstOwed))),
    share('next-response-kept', kept('nextResponse', segments.flatMap(nextOwed))),
    share('resolution-kept', kept('resolution', segments.flatMap(resolutionOwed))),
  ];
}

const given = (span: Span): Owed => ({ ...span, given: true });
const never = ({ from, to }: { from: number; to: number | null }): Owed => ({ from, to, given: false });
const unansweredOf = ({ unanswered }: SegmentFacts, kind: 'first' | 'next'): Owed[] =>
  unanswered.filter((wait) => wait.kind === kind).map(never);

/** Where we wrote first, no first response is owed. */
const firstOwed = (segment: SegmentFacts): Owed[] =>
  segment.firstResponse && segment.initiator === 'customer'
    ? [given(segment.firstResponse)]
    : unansweredOf(segment, 'first');

const nextOwed = (segment: SegmentFacts): Owed[] => [
  ...segment.nextResponses.map(given),
  ...unansweredOf(segment, 'next'),
];

function resolutionOwed({ openedAt, firstResolution, state }: SegmentFacts): Owed[] {
  if (firstResolution) return [given(firstResolution)];
  return state === 'open' ? [never({ from: openedAt, to: null })] : [];
}

function keptOf(
  all: readonly Owed[],
  { kind, span, promises }: { kind: keyof ServiceLevels; span: Span; promises: Promises },
): { found: number; of: number } {
  const decided = all.flatMap(({ from, to, given: came }): boolean[] => {
    const minutes = promises.levelsAt(from)[kind];
    const due = minutes === null ? null : promises.dueAfter(from, minutes);
    if (due === null) return [];
    const inTime = to !== null && to <= due;
    // Ended before it fell due, and without what was promised: nothing was broken, and nothing kept.
    if (inTime && !came) return [];
    return isWithin(inTime ? to : due, span) ? [inTime] : [];
  });
  return { found: decided.filter((inTime) => inTime).length, of: decided.length };
}
