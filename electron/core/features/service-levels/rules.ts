import type { DueClock, ServiceLevels } from '../../../shared/service-levels.ts';
import { toInstant } from '../../../shared/time.ts';
import { businessMoment, type Calendar } from '../calendars/rules.ts';

const minute = 60_000;
/** Four fifths gone: enough is left to act, and nobody is warned all day. */
const warnShare = 0.8;

/** What the clocks of a conversation run by. Epoch milliseconds. */
export interface Running {
  /** When this segment began. */
  readonly openedAt: number;
  /** No first response is owed: a person has answered already, we wrote first, or the customer came back after an end. */
  readonly answered: boolean;
  /** The oldest message nobody has answered; null: nobody waits for us. */
  readonly waitingSince: number | null;
  /** Neither resolved nor spam. */
  readonly active: boolean;
}

/** The promise that falls due first, or null where none runs. Out of business hours no time passes. */
export function dueClock(
  running: Running,
  promised: { readonly levels: ServiceLevels; readonly calendars: readonly Calendar[] },
): DueClock | null {
  const { levels, calendars } = promised;
  const clocks = startsOf(running).flatMap(({ kind, from }): (DueClock & { at: number })[] => {
    const minutes = levels[kind];
    if (minutes === null) return [];
    const at = businessMoment(calendars, { from, milliseconds: minutes * minute });
    const warnAt = businessMoment(calendars, { from, milliseconds: minutes * minute * warnShare });
    if (at === null || warnAt === null) return [];
    return [{ kind, at, dueAt: toInstant(at), warnAt: toInstant(warnAt) }];
  });
  const [first] = clocks.toSorted((a, b) => a.at - b.at);
  return first ? { kind: first.kind, dueAt: first.dueAt, warnAt: first.warnAt } : null;
}

function startsOf(running: Running): { kind: keyof ServiceLevels; from: number }[] {
  const { openedAt, answered, waitingSince, active } = running;
  if (!active) return [];
  const response =
    waitingSince === null
      ? []
      : answered
        ? [{ kind: 'nextResponse', from: waitingSince } as const]
        : [{ kind: 'firstResponse', from: openedAt } as const];
  return [...response, { kind: 'resolution', from: openedAt }];
}
