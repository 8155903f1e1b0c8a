import { hasEnded } from '../../../shared/conversation-words.ts';
import type { SegmentEvent } from './segment.ts';

/** One stretch from an opening (or reopening) to its end. */
export interface Cycle {
  readonly from: number;
  /** Null while it runs. */
  readonly to: number | null;
  readonly end: 'resolved' | 'spam' | null;
  readonly reopening: boolean;
  /**
   * Reopened, then resolved again without a reply of ours: a "thank you". Flagged, and left out of what was reopened,
   * resolved and open, or a polite customer would look like a failure.
   */
  readonly thanks: boolean;
}

/** Whether it was open just before that moment, so that what ends or begins at midnight belongs to the new day. */
export const isRunningAt = (cycle: Cycle, at: number): boolean =>
  cycle.from < at && (cycle.to === null || cycle.to >= at);

interface Running {
  readonly from: number;
  readonly reopening: boolean;
  replied: boolean;
}
type Ended = Running & { readonly to: number; readonly end: 'resolved' | 'spam' };

/**
 * Splits a segment's time at every end and every return from one. What was taken for spam by mistake was never away: it
 * goes on where it stood.
 */
export function cyclesOf(
  events: readonly SegmentEvent[],
  opening: { readonly openedAt: number; readonly reopened: boolean },
): Cycle[] {
  const ended: Ended[] = [];
  let running: Running | null = { from: opening.openedAt, reopening: opening.reopened, replied: false };
  for (const { at, body } of events) {
    if (body.type === 'message-sent' && !body.automatic && running) running.replied = true;
    if (body.type !== 'status-changed') continue;
    // It had ended so already: only what the client calls that has changed.
    if (!running && ended.at(-1)?.end === body.to) continue;
    if (!running && (body.to === 'spam' || ended.at(-1)?.end === 'spam')) running = ended.pop() ?? null;
    if (hasEnded(body.to)) {
      if (running) ended.push({ ...running, to: at, end: body.to });
      running = null;
    } else running ??= { from: at, reopening: true, replied: false };
  }
  const cycles = ended.map(asCycle);
  if (running) {
    cycles.push({ from: running.from, to: null, end: null, reopening: running.reopening, thanks: false });
  }
  return cycles;
}

const asCycle = ({ from, to, end, reopening, replied }: Ended): Cycle => ({
  from,
  to,
  end,
  reopening,
  thanks: reopening && !replied && end === 'resolved',
});
