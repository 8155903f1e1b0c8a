import type { DryRun, RuleBook, RuleDraft, RuleMode, RuleNotice } from '../../../shared/automations.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { OperatorId, RuleId } from '../../../shared/ids.ts';
import { toInstant } from '../../../shared/time.ts';
import type { Logger } from 'pino';
import type { Changes } from '../../changes.ts';
import { createGather } from '../../gather.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { ClientStores } from '../../store/client/stores.ts';
import type { Actions } from '../actions/service.ts';
import type { Calendars } from '../calendars/service.ts';
import type { Conversations } from '../conversations/service.ts';
import type { Outbox } from '../outbox/service.ts';
import type { ServiceLevelsOf } from '../service-levels/service.ts';
import type { Templates } from '../templates/service.ts';
import { createDeadlines } from './deadlines.ts';
import { dryRun } from './dry-run.ts';
import { createEngine } from './engine.ts';
import { createLooking } from './looking.ts';
import {
  deleteRule,
  listRules,
  markSeen,
  newestFact,
  placeRules,
  putRule,
  readMode,
  unseenNotices,
  withRuns,
  writeMode,
  writeSeen,
} from './queries.ts';

/** What a client's rules do by themselves. */
export interface Automations {
  book(store: ClientStore): RuleBook;
  /** A rule counts from when it was switched on or last changed. @throws LiaisonError `not-found` */
  save(store: ClientStore, draft: RuleDraft): RuleId;
  remove(store: ClientStore, id: RuleId): void;
  arrange(store: ClientStore, ids: readonly RuleId[]): void;
  setMode(store: ClientStore, mode: RuleMode): void;
  /** What it would do with the last 500 conversations, as these stand now; nothing is changed. */
  dryRun(store: ClientStore, draft: RuleDraft): Promise<DryRun>;
  /** What rules have to say to this operator and have not said yet. */
  notices(store: ClientStore, operatorId: OperatorId): readonly RuleNotice[];
  see(store: ClientStore, operatorId: OperatorId, id: string): void;
  /** Lets the rules look at everything that has happened, and at the clock. */
  work(store: ClientStore): Promise<void>;
  /** From now on they look by themselves. */
  start(): void;
  close(): Promise<void>;
}

/** Soon enough to be there before a person is, late enough to take a burst together. */
const gatherMilliseconds = 40;
const lookMilliseconds = 20_000;
const shownRuns = 30 * 86_400_000;
const freshNotices = 86_400_000;

export function createAutomations(options: {
  clock: Clock;
  changes: Changes;
  stores: Pick<ClientStores, 'all'>;
  actions: Actions;
  templates: Pick<Templates, 'fill'>;
  outbox: Pick<Outbox, 'fillDraft'>;
  conversations: Pick<Conversations, 'record'>;
  calendars: Pick<Calendars, 'list' | 'businessMilliseconds'>;
  serviceLevels: Pick<ServiceLevelsOf, 'makeDue'>;
  log: Logger;
}): Automations {
  const { clock, changes, stores, log } = options;
  const looking = createLooking(options);
  const deadlines = createDeadlines(options);
  const told = (store: ClientStore) => changes.announce('automation', { clientId: store.clientId });
  const engine = createEngine({
    ...{ ...options, looking, deadlines },
    ...{ isClosing: () => closed, onNotice: told },
  });
  /** One at a time in a store; what comes meanwhile is looked at next. */
  const turns = new WeakMap<ClientStore, Promise<void>>();
  let ticking: NodeJS.Timeout | null = null;
  let stopListening: (() => void) | null = null;
  let closed = false;

  function inTurn(store: ClientStore, work: () => Promise<void>): Promise<void> {
    const turn = (turns.get(store) ?? Promise.resolve()).then(async () => {
      if (closed) return;
      try {
        await work();
      } catch (error) {
        log.warn({ clientId: store.clientId, err: error }, 'rules could not look');
      }
    });
    turns.set(store, turn);
    return turn;
  }
  const lookAtFacts = (store: ClientStore) => inTurn(store, () => engine.facts(store));
  const lookAtClock = (store: ClientStore) => inTurn(store, () => engine.deadlines(store));

  const gather = createGather<ClientStore>(gatherMilliseconds, (store) => void lookAtFacts(store));

  function mustKnow(store: ClientStore, id: RuleId): void {
    if (!listRules(store).some((rule) => rule.id === id))
      throw new LiaisonError('not-found', { detail: { what: 'rule' } });
  }

  return {
    book: (store) => ({
      mode: readMode(store),
      rules: withRuns(store, listRules(store), clock.now() - shownRuns),
    }),
    save(store, draft) {
      if (draft.id !== null) mustKnow(store, draft.id);
      const id = draft.id ?? newId<RuleId>(clock.now());
      store.transaction(() => {
        if (!listRules(store).some(({ enabled }) => enabled)) writeSeen(store, newestFact(store));
        putRule(store, { ...draft, id, since: clock.now() });
      });
      told(store);
      return id;
    },
    remove(store, id) {
      deleteRule(store, id);
      told(store);
    },
    arrange(store, ids) {
      store.transaction(() => placeRules(store, ids));
      told(store);
    },
    setMode(store, mode) {
      writeMode(store, mode);
      told(store);
    },
    dryRun: (store, draft) => dryRun(store, draft, { looking, deadlines }),
    notices: (store, operatorId) =>
      unseenNotices(store, { operatorId, since: clock.now() - freshNotices }).map((row) => ({
        id: row.id,
        conversationId: row.conversation_id,
        text: row.text,
        at: toInstant(row.at),
      })),
    see(store, operatorId, id) {
      markSeen(store, { id, operatorId });
      told(store);
    },
    async work(store) {
      await lookAtFacts(store);
      await lookAtClock(store);
    },
    start() {
      stopListening ??= changes.listen(({ topic, clientId }) => {
        if (topic !== 'conversations' || clientId === null) return;
        const store = stores.all().find((each) => each.clientId === clientId);
        if (store) gather.ask(store);
      });
      const look = () => {
        for (const store of stores.all()) {
          void lookAtFacts(store);
          void lookAtClock(store);
        }
      };
      look();
      ticking ??= setInterval(look, lookMilliseconds).unref();
    },
    async close() {
      closed = true;
      stopListening?.();
      if (ticking) clearInterval(ticking);
      gather.close();
      await Promise.all(stores.all().flatMap((store) => turns.get(store) ?? []));
    },
  };
}
