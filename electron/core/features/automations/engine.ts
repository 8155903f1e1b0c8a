import type { RuleAction } from '../../../shared/actions.ts';
import { asLiaisonError } from '../../../shared/errors.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { Logger } from 'pino';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Actions } from '../actions/service.ts';
import type { Conversations } from '../conversations/service.ts';
import type { Outbox } from '../outbox/service.ts';
import type { FilledTemplate, Templates } from '../templates/service.ts';
import { holds, type Known, type Occasion } from './condition-rules.ts';
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
  /** Everything that the clock has brought about; in slices. */
  deadlines(store: ClientStore): Promise<void>;
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
  /** Of a deadline: whether it is so yet. */
  readonly isStill?: () => boolean;
}

/** What the rules of one occasion have in common. */
interface Course {
  readonly isStill: () => boolean;
  /** While a template was filled it ceased to be so: somebody has answered. What the rules did themselves does not count. */
  isOver: boolean;
}

/** A rule whose condition holds, at an occasion. */
interface RuleTurn {
  readonly rule: Rules[number];
  readonly known: Known;
  readonly conversationId: ConversationId;
  readonly stamp: string;
  readonly course: Course;
}

export function createEngine(options: {
  clock: Clock;
  log: Logger;
  looking: Looking;
  deadlines: Deadlines;
  actions: Pick<Actions, 'perform' | 'asKept' | 'standing'>;
  conversations: Pick<Conversations, 'record'>;
  templates: Pick<Templates, 'fill'>;
  outbox: Pick<Outbox, 'fillDraft'>;
  /** The rest waits for the next start. */
  isClosing: () => boolean;
  /** A rule has something to say to somebody. */
  onNotice: (store: ClientStore) => void;
}): Engine {
  const { clock, log, looking, deadlines, actions, conversations, templates, outbox } = options;
  const { isClosing, onNotice } = options;
  const system = { kind: 'system' } as const;

  const enabledIn = (store: ClientStore): KeptRule[] => listRules(store).filter(({ enabled }) => enabled);

  async function lookAt(store: ClientStore, happening: Happening): Promise<void> {
    const { conversationId, occasion, stamp, at, isStill } = happening;
    const rules = enabledIn(store)
      .filter(({ since }) => since <= at)
      .filter(({ id }) => !hadOccasion(store, { ruleId: id, conversationId, stamp }));
    const known = rules.length > 0 ? looking.known(store, conversationId) : undefined;
    if (!known) return;
    const course: Course = { isStill: isStill ?? (() => true), isOver: false };
    const turns = await turnsAt({ rules, mode: readMode(store) }, { occasion, known }, (before, rule) =>
      act(store, { rule, known: before, conversationId, stamp, course }),
    );
    if (!isStill) return;
    const run = { conversationId, stamp, at: clock.now(), outcome: 'unfit', error: null } as const;
    for (const { rule, forecast } of turns) if (!forecast) insertRun(store, { ...run, ruleId: rule.id });
  }

  /** All that a rule does, or nothing: then its failure is kept, and the work goes on. */
  async function act(store: ClientStore, turn: RuleTurn): Promise<Outlook> {
    const { rule, conversationId, stamp, course } = turn;
    const refused = { known: turn.known, refused: true };
    if (course.isOver) return refused;
    const run = { ruleId: rule.id, conversationId, stamp, at: clock.now() };
    try {
      const reply = await replyOf(store, turn);
      // While a template was filled, this rule's or one's before, somebody may have changed what the rule looked at.
      const known = looking.known(store, conversationId);
      if (course.isOver || !known || !holds(rule.condition, known)) return refused;
      store.transaction(() => {
        doAll(store, { ...turn, known }, reply);
        insertRun(store, { ...run, outcome: 'done', error: null });
      });
      return { known: looking.known(store, conversationId) ?? known, refused: false };
    } catch (error) {
      const failure = asLiaisonError(error);
      if (failure.code === 'internal') log.error({ clientId: store.clientId, err: error }, 'a rule failed');
      insertRun(store, { ...run, outcome: 'failed', error: failure.shape });
      return refused;
    }
  }

  /** The filled template that the rule would put into a reply that nobody has begun, in the name of whoever has it then. */
  async function replyOf(
    store: ClientStore,
    { rule, known, conversationId, course }: RuleTurn,
  ): Promise<FilledTemplate | null> {
    const template = rule.actions.find((action) => action.kind === 'template');
    if (!template || known.standing.drafted) return null;
    const { standing } = looking.foretell(store, known, rule.actions).known;
    const wasSo = course.isStill();
    try {
      return await templates.fill(store, standing.assigneeId, { id: template.templateId, conversationId });
    } finally {
      course.isOver = wasSo && !course.isStill();
    }
  }

  function doAll(store: ClientStore, turn: RuleTurn, reply: FilledTemplate | null): void {
    const { rule, known, conversationId } = turn;
    const wanted = actions.asKept(store, rule.actions);
    const { effects } = looking.foretell(store, known, wanted);
    const did = rule.actions.flatMap(({ kind }, index) => (effects[index]?.changes ? [kind] : []));
    actions.perform(store, system, { id: conversationId, actions: wanted, now: clock.now() });
    tell(store, { wanted, conversationId });
    const body = { type: 'rule-ran', ruleId: rule.id, name: rule.name, did } as const;
    if (did.length > 0) conversations.record(store, system, { id: conversationId, body });
    if (reply && did.includes('template')) fillReply(store, conversationId, reply);
  }

  function fillReply(
    store: ClientStore,
    conversationId: ConversationId,
    { templateId, rendered, copyFiles }: FilledTemplate,
  ): void {
    outbox.fillDraft(store, { conversationId, templateId, text: rendered.text, copyFiles });
  }

  /** Whoever has it once the rule is done; where nobody does, everybody. */
  function tell(
    store: ClientStore,
    of: { wanted: readonly RuleAction[]; conversationId: ConversationId },
  ): void {
    for (const action of of.wanted) {
      if (action.kind !== 'notify') continue;
      const { assigneeId } = actions.standing(store, of.conversationId);
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
        let seen = readSeen(store);
        for (const fact of facts) {
          if (isClosing()) break;
          for (const happening of happeningsOf(fact)) await lookAt(store, happening);
          seen = fact.seq;
        }
        const isWhole = facts.length < atOnce && !isClosing();
        if (isWhole) seen = Math.max(seen, newest);
        if (seen > readSeen(store)) writeSeen(store, seen);
        if (isWhole || isClosing()) return;
        await new Promise(setImmediate);
      }
    },
    async deadlines(store) {
      const now = clock.now();
      const seen = new Set<string>();
      for (const { trigger, since } of enabledIn(store)) {
        const from = Math.max(since, now - oldestDeadline);
        for (const deadline of deadlines.passed(store, trigger, from)) {
          const key = `${deadline.conversationId} ${deadline.stamp}`;
          if (seen.has(key)) continue;
          seen.add(key);
          if (seen.size % atOnce === 0) await new Promise(setImmediate);
          if (isClosing()) return;
          const isStill = () => deadlines.isStill(store, deadline);
          if (isStill()) await lookAt(store, { ...deadline, isStill });
        }
      }
      forgetRuns(store, now - keptRuns);
    },
  };
}
