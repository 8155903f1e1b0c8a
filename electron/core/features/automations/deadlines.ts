import type { Trigger } from '../../../shared/automations.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { businessMoment } from '../calendars/rules.ts';
import type { Calendars } from '../calendars/service.ts';
import type { ServiceLevelsOf } from '../service-levels/service.ts';
import type { Occasion } from './condition-rules.ts';
import { dueBetween, dueOf, waitingOnes, type LookedAt } from './known-queries.ts';

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
  /** Whether it has passed in this conversation; undefined for a trigger that has nothing to do with the clock. */
  passedAt(
    store: ClientStore,
    conversation: Pick<LookedAt, 'id' | 'waitingSince'>,
    trigger: Trigger,
  ): Occasion | null | undefined;
}

const minute = 60_000;

export function createDeadlines(options: {
  clock: Clock;
  calendars: Pick<Calendars, 'list'>;
  serviceLevels: Pick<ServiceLevelsOf, 'makeDue'>;
}): Deadlines {
  const { clock, calendars, serviceLevels } = options;

  const momentOf = (store: ClientStore, from: number, minutes: number): number | null =>
    businessMoment(calendars.list(store), { from, milliseconds: minutes * minute });

  function noReply(store: ClientStore, minutes: number, since: number): Deadline[] {
    const now = clock.now();
    return waitingOnes(store, now - minutes * minute).flatMap(({ id, since: waits }) => {
      const at = momentOf(store, waits, minutes);
      if (at === null || at > now || at < since) return [];
      return [
        {
          conversationId: id,
          occasion: { kind: 'no-reply', minutes },
          stamp: `no-reply ${minutes} ${waits}`,
          at,
        },
      ];
    });
  }

  function promised(store: ClientStore, kind: 'due-soon' | 'overdue', since: number): Deadline[] {
    serviceLevels.makeDue(store);
    const column = kind === 'due-soon' ? 'warn_at' : 'due_at';
    return dueBetween(store, { column, from: since, to: clock.now() }).map((due) => ({
      conversationId: due.id,
      occasion: { kind },
      stamp: `${kind} ${due.kind} ${due.at}`,
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
