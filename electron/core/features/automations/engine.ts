import type { RuleAction } from '../../../shared/actions.ts';
import { asLiaisonError } from '../../../shared/errors.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { Logger } from 'pino';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Actions } from '../actions/service.ts';
import type { Conversations } from '../conversations/service.ts';
import type { Known, Occasion } from './condition-rules.ts';
import type { Deadlines } from './deadlines.ts';
import type { Looking } from './looking.ts';
import { factsAfter, type FactRow } from './known-queries.ts';
import { occasionsOf } from './occasion-rules.ts';
import { turnsAt, type Outlook, type Rules } from './plan-rules.ts';
import {
  forgetRuns,
  hadOccasion,
  insertNotice,
  insertRun,
  listRules,
  newestFact,
  readMode,
  readSeen,
  writeSeen,
  type KeptRule,
} from './queries.ts';

/** Lets a client's rules look at what has happened, each occasion once. */
export interface Engine {
  /** Everything that has happened since the last time; in slices. Never throws: what fails is kept with its rule. */
  facts(store: ClientStore): Promise<void>;
  /** Everything that the clock has brought about. */
  deadlines(store: ClientStore): void;
}

const atOnce = 50;
/** A core that was off for longer does not make up for what it missed. */
const oldestDeadline = 7 * 86_400_000;
const keptRuns = 45 * 86_400_000;

interface Happening {
  readonly conversationId: ConversationId;
  readonly occasion: Occasion;
  readonly stamp: string;
  readonly at: number;
}

export function createEngine(options: {
  clock: Clock;
  log: Logger;
  looking: Looking;
  deadlines: Deadlines;
  actions: Pick<Actions, 'perform' | 'asKept'>;
  conversations: Pick<Conversations, 'record'>;
  /** A rule has something to say to somebody. */
  onNotice: (store: ClientStore) => void;
}): Engine {
  const { clock, log, looking, deadlines, actions, conversations, onNotice } = options;
  const system = { kind: 'system' } as const;

  const enabledIn = (store: ClientStore): KeptRule[] => listRules(store).filter(({ enabled }) => enabled);

  function lookAt(store: ClientStore, happening: Happening, keepUnfit: boolean): void {
    const { conversationId, occasion, stamp, at } = happening;
    const rules = enabledIn(store)
      .filter(({ since }) => since <= at)
      .filter(({ id }) => !hadOccasion(store, { ruleId: id, conversationId, stamp }));
    const known = rules.length > 0 ? looking.known(store, conversationId) : undefined;
    if (!known) return;
    const turns = turnsAt({ rules, mode: readMode(store) }, { occasion, known }, (before, rule) =>
      act(store, { rule, known: before, conversationId, stamp }),
    );
    if (!keepUnfit) return;
    const run = { conversationId, stamp, at: clock.now(), outcome: 'unfit', error: null } as const;
    for (const { rule, forecast } of turns) if (!forecast) insertRun(store, { ...run, ruleId: rule.id });
  }

  /** All that a rule does, or nothing: then its failure is kept, and the work goes on. */
  function act(
    store: ClientStore,
    of: { rule: Rules[number]; known: Known; conversationId: ConversationId; stamp: string },
  ): Outlook {
    const { rule, known, conversationId, stamp } = of;
    const run = { ruleId: rule.id, conversationId, stamp, at: clock.now() };
    try {
      store.transaction(() => {
        const wanted = actions.asKept(store, rule.actions);
        const { effects } = looking.foretell(store, known, wanted);
        const did = rule.actions.flatMap(({ kind }, index) => (effects[index]?.changes ? [kind] : []));
        const now = clock.now();
        actions.perform(store, system, { id: conversationId, actions: wanted, now });
        tell(store, { wanted, known, conversationId });
        const body = { type: 'rule-ran', ruleId: rule.id, name: rule.name, did } as const;
        if (did.length > 0) conversations.record(store, system, { id: conversationId, body });
        insertRun(store, { ...run, outcome: 'done', error: null });
      });
    } catch (error) {
      const failure = asLiaisonError(error);
      if (failure.code === 'internal') log.error({ clientId: store.clientId, err: error }, 'a rule failed');
      insertRun(store, { ...run, outcome: 'failed', error: failure.shape });
      return { known, refused: true };
    }
    return { known: looking.known(store, conversationId) ?? known, refused: false };
  }

  function tell(
    store: ClientStore,
    of: { wanted: readonly RuleAction[]; known: Known; conversationId: ConversationId },
  ): void {
    for (const action of of.wanted) {
      if (action.kind !== 'notify') continue;
      const { assigneeId } = of.known.standing;
      const named = action.to === 'everybody' ? null : action.to === 'assignee' ? assigneeId : action.to;
      const now = clock.now();
      insertNotice(store, {
        id: newId<string>(now),
        operatorId: named,
        conversationId: of.conversationId,
        text: action.text,
        at: now,
      });
      onNotice(store);
    }
  }

  function happeningsOf({ id, at, conversationId, body, actor }: FactRow): Happening[] {
    return occasionsOf(body, actor).map((occasion) => ({ conversationId, occasion, stamp: id, at }));
  }

  return {
    async facts(store) {
      if (enabledIn(store).length === 0) return;
      for (;;) {
        const newest = newestFact(store);
        const facts = factsAfter(store, { seen: readSeen(store), limit: atOnce });
        for (const fact of facts) for (const happening of happeningsOf(fact)) lookAt(store, happening, false);
        const isWhole = facts.length < atOnce;
        const seen = isWhole ? newest : (facts.at(-1)?.seq ?? newest);
        if (seen > readSeen(store)) writeSeen(store, seen);
        if (isWhole) return;
        await new Promise(setImmediate);
      }
    },
    deadlines(store) {
      const now = clock.now();
      const seen = new Set<string>();
      for (const { trigger, since } of enabledIn(store)) {
        const from = Math.max(since, now - oldestDeadline);
        for (const deadline of deadlines.passed(store, trigger, from)) {
          const key = `${deadline.conversationId} ${deadline.stamp}`;
          if (seen.has(key)) continue;
          seen.add(key);
          lookAt(store, deadline, true);
        }
      }
      forgetRuns(store, now - keptRuns);
    },
  };
}
