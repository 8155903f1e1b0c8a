import type { StatusColumn, StatusVolume } from '../../../shared/reports.ts';
import { conversationStatuses } from '../../../shared/conversation-words.ts';
import type { Span } from '../../../shared/time.ts';
import { standingBefore, standingResolved, type Standing } from '../metrics/standing-rules.ts';
import { openAt, resolvedWithin, type ReportPopulation } from './population.ts';

/**
 * Backlog and what was resolved, by the statuses in which they stood: each column's sum is the figure of the same name.
 * A name counts as it was called when it was last given in time for the report, so that a past period stays as it was told.
 */
export function statusVolumes({ cycles }: ReportPopulation, span: Span): StatusVolume[] {
  const found = new Map<string, { readonly at: number; readonly volume: StatusVolume }>();
  function add(standing: Standing | null, counted: StatusColumn): void {
    if (!standing) return;
    const { at, status, named } = standing;
    const key = named?.id ?? status;
    const none: StatusVolume = { status, named, backlogStart: 0, backlogEnd: 0, resolved: 0 };
    const known = found.get(key) ?? { at, volume: none };
    const newest = at > known.at ? { named } : {};
    const volume = { ...known.volume, ...newest, [counted]: known.volume[counted] + 1 };
    found.set(key, { at: Math.max(at, known.at), volume });
  }
  for (const cycle of openAt(cycles, span.from))
    add(standingBefore(cycle.standings, span.from), 'backlogStart');
  for (const cycle of openAt(cycles, span.to)) add(standingBefore(cycle.standings, span.to), 'backlogEnd');
  for (const cycle of cycles)
    if (resolvedWithin(cycle, span)) add(standingResolved(cycle.standings, cycle.to ?? span.to), 'resolved');
  return [...found.values()].map(({ volume }) => volume).toSorted(inOrder);
}

/** By category; the plain one first, then the names. */
function inOrder(one: StatusVolume, other: StatusVolume): number {
  const rank = ({ status }: StatusVolume) => conversationStatuses.indexOf(status);
  const names = [one, other].map(({ named }) => named?.name ?? '');
  const byName = (names[0] ?? '') < (names[1] ?? '') ? -1 : 1;
  return rank(one) - rank(other) || byName;
}
