import { LiaisonError } from '../../../shared/errors.ts';
import type { Actor } from '../../../shared/events.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { Language } from '../../../shared/workspace.ts';
import type { Logger } from 'pino';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { ClientStores } from '../../store/client/stores.ts';
import type { Conversations } from '../conversations/service.ts';
import { momentMeant } from './moment-rules.ts';
import { dueSnoozes, isAsleep, putSnooze, removeSnooze } from './queries.ts';

/** Conversations laid aside until a time, or until the customer writes. */
export interface Snoozes {
  /**
   * `until` in epoch milliseconds; null: until the customer writes. Another time replaces the one before.
   *
   * @throws LiaisonError `invalid-input` where the time has passed or is further off than anybody plans
   */
  snooze(store: ClientStore, actor: Actor, what: { id: ConversationId; until: number | null }): void;
  /** Opens it before its time; leaves what is not snoozed as it is. */
  wake(store: ClientStore, actor: Actor, id: ConversationId): void;
  /** As it was before a change of its status was taken back: tells nobody. Joins the caller's transaction. */
  putBack(store: ClientStore, before: { id: ConversationId; until: number | null; asleep: boolean }): void;
  /** The time to come that these words mean on a wall in that time zone, epoch milliseconds, or null. */
  meant(text: string, here: { timeZone: string; language: Language }): number | null;
  /** Opens every conversation whose time has come: it waits for us from that moment on. Gives how many. */
  wakeDue(): number;
  /** Wakes what is due now, and from now on. */
  start(): void;
  close(): void;
}

/** Nobody minds half a minute, and nothing is asked of a sleeping machine. */
const lookMilliseconds = 15_000;
/** Further off is a slip of the hand: "2062" for "2026". */
const longestMilliseconds = 2 * 366 * 86_400_000;

export function createSnoozes(options: {
  clock: Clock;
  stores: Pick<ClientStores, 'all'>;
  conversations: Pick<Conversations, 'setStatus'>;
  log: Logger;
}): Snoozes {
  const { clock, stores, conversations, log } = options;
  let looking: ReturnType<typeof setInterval> | null = null;

  function wakeIn(store: ClientStore): number {
    const due = dueSnoozes(store, clock.now());
    store.transaction(() => {
      for (const { id, asleep } of due) {
        removeSnooze(store, id);
        if (asleep) conversations.setStatus(store, { kind: 'system' }, { id, status: 'open' });
      }
    });
    return due.length;
  }
  const wakeDue = () => stores.all().reduce((count, store) => count + wakeIn(store), 0);

  /** A full disk or a damaged store must not stop the others' clocks: it is tried again at the next look. */
  function look(): void {
    for (const store of stores.all()) {
      try {
        wakeIn(store);
      } catch (error) {
        log.warn({ clientId: store.clientId, err: error }, 'snoozed conversations could not be woken');
      }
    }
  }

  return {
    snooze(store, actor, { id, until }) {
      const ahead = until === null ? 1 : until - clock.now();
      if (ahead <= 0 || ahead > longestMilliseconds)
        throw new LiaisonError('invalid-input', { detail: { path: 'until' } });
      store.transaction(() => {
        conversations.setStatus(store, actor, { id, status: 'snoozed', until });
        putSnooze(store, { id, until });
      });
    },
    wake(store, actor, id) {
      if (isAsleep(store, id)) conversations.setStatus(store, actor, { id, status: 'open' });
    },
    putBack(store, { id, until, asleep }) {
      if (asleep) putSnooze(store, { id, until });
      else removeSnooze(store, id);
    },
    meant: (text, here) => momentMeant(text, { ...here, now: clock.now() }),
    wakeDue,
    start() {
      look();
      looking ??= setInterval(look, lookMilliseconds).unref();
    },
    close() {
      if (looking) clearInterval(looking);
    },
  };
}
