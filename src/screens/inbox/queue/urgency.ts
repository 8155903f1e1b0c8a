import type { DueClock } from '../../../../electron/shared/service-levels.ts';

export type Urgency = 'calm' | 'soon' | 'late';

/** `soon` from the moment of the warning, `late` once the promise is broken. `now` in epoch milliseconds. */
export function urgencyOf(due: DueClock, now: number): Urgency {
  if (now >= Date.parse(due.dueAt)) return 'late';
  return now >= Date.parse(due.warnAt) ? 'soon' : 'calm';
}

/** Whether a promise says more than how long somebody waits: the end is far off most of the time. */
export const tellsMore = (due: DueClock | null, now: number): due is DueClock =>
  due !== null && (due.kind !== 'resolution' || urgencyOf(due, now) !== 'calm');
