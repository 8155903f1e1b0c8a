import type { Trigger } from '../../../shared/automations.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { businessMoment } from '../calendars/rules.ts';
import type { Calendars } from '../calendars/service.ts';
import type { ServiceLevelsOf } from '../service-levels/service.ts';
import type { Occasion } from './condition-rules.ts';
import { dueBetween, dueOf, waitingOnes, waitingSinceOf, type LookedAt } from './known-queries.ts';

/** Something that the clock brought about. `stamp` names this deadline of this conversation for ever. */
export interface Deadline {
  readonly conversationId: ConversationId;
  readonly occasion: Occasion;
  readonly stamp: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface Deadlines {
  /** What has passed since then and is still so, in order. */
  passed(store: ClientStore, trigger: Trigger, since: number): Deadline[];
  /** Whether it is so yet: since the look somebody may have answered. */
  isStill(store: ClientStore, deadline: Deadline): boolean;
  /** Whether it has passed in this conversation; undefined for a trigger that has nothing to do with the clock. */
  passedAt(
    store: ClientStore,
    conversation: Pick<LookedAt, 'id' | 'waitingSince'>,
    trigger: Trigger,
  ): Occasion | null | undefined;
}

const minute = 60_000;

const waitStamp = (minutes: number, waitingSince: number | null): string =>
  `no-reply ${minutes} ${waitingSince}`;
const dueStamp = (kind: 'due-soon' | 'overdue', due: { kind: string; at: number }): string =>
  `${kind} ${due.kind} ${due.at}`;

export function createDeadlines(options: {
  clock: Clock;
  calendars: Pick<Calendars, 'list'>;
  serviceLevels: Pick<ServiceLevelsOf, 'makeDue'>;
}): Deadlines {
  const { clock, calendars, serviceLevels } = options;

  const momentOf = (store: ClientStore, from: number, minutes: number): number | null =>
    businessMoment(calendars.list(store), { from, milliseconds: minutes * minute });

  /** Whoever began to wait earlier reached the deadline earlier: what is too old ends the look. */
  function noReply(store: ClientStore, minutes: number, since: number): Deadline[] {
    const now = clock.now();
    const versions = calendars.list(store);
    const passed: Deadline[] = [];
    for (const { id, since: from } of waitingOnes(store, now - minutes * minute)) {
      const at = businessMoment(versions, { from, milliseconds: minutes * minute });
      if (at !== null && at < since) break;
      if (at === null || at > now) continue;
      const occasion = { kind: 'no-reply', minutes } as const;
      passed.push({ conversationId: id, occasion, stamp: waitStamp(minutes, from), at });
    }
    return passed.toReversed();
  }

  function promised(store: ClientStore, kind: 'due-soon' | 'overdue', since: number): Deadline[] {
    serviceLevels.makeDue(store);
    const column = kind === 'due-soon' ? 'warn_at' : 'due_at';
    return dueBetween(store, { column, from: since, to: clock.now() }).map((due) => ({
      conversationId: due.id,
      occasion: { kind },
      stamp: dueStamp(kind, due),
      at: due.at,
    }));
  }

  return {
    passed(store, trigger, since) {
      if (trigger.kind === 'no-reply') return noReply(store, trigger.minutes, since);
      if (trigger.kind === 'due-soon' || trigger.kind === 'overdue')
        return promised(store, trigger.kind, since);
      return [];
    },
    isStill(store, { conversationId, occasion, stamp }) {
      if (occasion.kind === 'no-reply')
        return stamp === waitStamp(occasion.minutes, waitingSinceOf(store, conversationId));
      if (occasion.kind !== 'due-soon' && occasion.kind !== 'overdue') return false;
      serviceLevels.makeDue(store);
      const due = dueOf(store, conversationId);
      const at = occasion.kind === 'due-soon' ? due?.warnAt : due?.dueAt;
      return (
        due !== undefined && at !== undefined && stamp === dueStamp(occasion.kind, { kind: due.kind, at })
      );
    },
    passedAt(store, { id, waitingSince }, trigger) {
      if (trigger.kind === 'no-reply') {
        const at = waitingSince === null ? null : momentOf(store, waitingSince, trigger.minutes);
        const hasPassed = at !== null && at <= clock.now();
        return hasPassed ? { kind: 'no-reply', minutes: trigger.minutes } : null;
      }
      if (trigger.kind !== 'due-soon' && trigger.kind !== 'overdue') return undefined;
      serviceLevels.makeDue(store);
      const due = dueOf(store, id);
      const at = trigger.kind === 'due-soon' ? due?.warnAt : due?.dueAt;
      return at !== undefined && at <= clock.now() ? { kind: trigger.kind } : null;
    },
  };
}
