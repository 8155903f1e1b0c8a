import type { RuleAction } from '../../../shared/actions.ts';
import type { Condition, Rule, RuleDraft, Trigger } from '../../../shared/automations.ts';
import type { RuleMode } from '../../../shared/automation-words.ts';
import type { ErrorShape } from '../../../shared/errors.ts';
import type { ConversationId, OperatorId, RuleId } from '../../../shared/ids.ts';
import { toInstant } from '../../../shared/time.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

/** A rule as it is kept. `since` (epoch milliseconds): what happened before is none of its business. */
export type KeptRule = Omit<RuleDraft, 'id'> & { readonly id: RuleId; readonly since: number };

/** In their order. */
export const listRules = (store: ClientStore): KeptRule[] =>
  store.all(store.sql.selectFrom('rules').selectAll().orderBy('position').orderBy('id')).map((row) => ({
    id: row.id,
    name: row.name,
    enabled: row.enabled === 1,
    trigger: JSON.parse(row.trigger_when) as Trigger,
    condition: JSON.parse(row.condition) as Condition,
    actions: JSON.parse(row.actions) as RuleAction[],
    since: row.since,
  }));

export function putRule(store: ClientStore, rule: KeptRule): void {
  const changes = {
    name: rule.name,
    enabled: rule.enabled ? 1 : 0,
    trigger_when: JSON.stringify(rule.trigger),
    condition: JSON.stringify(rule.condition),
    actions: JSON.stringify(rule.actions),
    since: rule.since,
  } as const;
  const last = store.first(
    store.sql.selectFrom('rules').select((of) => of.fn.max<number | null>('position').as('position')),
  );
  store.run(
    store.sql
      .insertInto('rules')
      .values({ id: rule.id, position: (last?.position ?? -1) + 1, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
}

export const deleteRule = (store: ClientStore, id: RuleId): void =>
  void store.run(store.sql.deleteFrom('rules').where('id', '=', id));

export const placeRules = (store: ClientStore, ids: readonly RuleId[]): void =>
  ids.forEach((id, position) => {
    store.run(store.sql.updateTable('rules').set({ position }).where('id', '=', id));
  });

const settingsOf = (store: ClientStore) => store.first(store.sql.selectFrom('rule_settings').selectAll());

export const readMode = (store: ClientStore): RuleMode => settingsOf(store)?.mode ?? 'all';
export const writeMode = (store: ClientStore, mode: RuleMode): void =>
  void store.run(store.sql.updateTable('rule_settings').set({ mode }));

/** The number of the newest fact that the rules have looked at. */
export const readSeen = (store: ClientStore): number => settingsOf(store)?.seen ?? 0;
export const writeSeen = (store: ClientStore, seen: number): void =>
  void store.run(store.sql.updateTable('rule_settings').set({ seen }));
export const newestFact = (store: ClientStore): number =>
  (store.prepare('SELECT ifnull(max(seq), 0) AS seq FROM events').get() as { seq: number }).seq;

type Outcome = 'done' | 'unfit' | 'failed';

interface RuleRun {
  readonly ruleId: RuleId;
  readonly conversationId: ConversationId;
  readonly stamp: string;
  readonly at: number;
  readonly outcome: Outcome;
  readonly error: ErrorShape | null;
}

/** False: the rule has had this occasion before. */
export const hadOccasion = (
  store: ClientStore,
  run: Pick<RuleRun, 'ruleId' | 'conversationId' | 'stamp'>,
): boolean =>
  store.first(
    store.sql
      .selectFrom('rule_runs')
      .select('at')
      .where('rule_id', '=', run.ruleId)
      .where('conversation_id', '=', run.conversationId)
      .where('stamp', '=', run.stamp),
  ) !== undefined;

export function insertRun(store: ClientStore, run: RuleRun): void {
  store.run(
    store.sql
      .insertInto('rule_runs')
      .values({
        rule_id: run.ruleId,
        conversation_id: run.conversationId,
        stamp: run.stamp,
        at: run.at,
        outcome: run.outcome,
        error: run.error && JSON.stringify(run.error),
      })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

const ruleOf = ({ id, name, enabled, trigger, condition, actions }: KeptRule) => ({
  ...{ id, name, enabled, trigger, condition, actions },
});

/** Rules as they are shown: with how often each did something since, and how it failed last. */
export function withRuns(store: ClientStore, rules: readonly KeptRule[], since: number): Rule[] {
  const counts = new Map(
    store
      .all(
        store.sql
          .selectFrom('rule_runs')
          .select((of) => ['rule_id', of.fn.countAll<number>().as('runs')])
          .where('at', '>=', since)
          .where('outcome', '=', 'done')
          .groupBy('rule_id'),
      )
      .map((row) => [row.rule_id, row.runs]),
  );
  return rules.map((rule) => ({
    ...ruleOf(rule),
    runs: counts.get(rule.id) ?? 0,
    failure: lastFailure(store, rule.id, since),
  }));
}

function lastFailure(store: ClientStore, id: RuleId, since: number): Rule['failure'] {
  const row = store.first(
    store.sql
      .selectFrom('rule_runs')
      .select(['at', 'conversation_id', 'error'])
      .where('rule_id', '=', id)
      .where('at', '>=', since)
      .where('outcome', '=', 'failed')
      .orderBy('at', 'desc')
      .limit(1),
  );
  if (!row?.error) return null;
  return {
    at: toInstant(row.at),
    conversationId: row.conversation_id,
    error: JSON.parse(row.error) as ErrorShape,
  };
}

/** Runs are kept for as long as anybody asks, and no occasion comes back after so long. */
export const forgetRuns = (store: ClientStore, before: number): void =>
  void store.run(store.sql.deleteFrom('rule_runs').where('at', '<', before));

export function insertNotice(
  store: ClientStore,
  notice: {
    id: string;
    operatorId: OperatorId | null;
    conversationId: ConversationId;
    text: string;
    at: number;
  },
): void {
  store.run(
    store.sql.insertInto('rule_notices').values({
      id: notice.id,
      operator_id: notice.operatorId,
      conversation_id: notice.conversationId,
      text: notice.text,
      at: notice.at,
    }),
  );
}

/** What somebody has not been told yet, oldest first; not what is older than `since`. */
export const unseenNotices = (store: ClientStore, of: { operatorId: OperatorId; since: number }) =>
  store.all(
    store.sql
      .selectFrom('rule_notices as n')
      .select(['n.id', 'n.conversation_id', 'n.text', 'n.at'])
      .where('n.at', '>=', of.since)
      .where((is) => is.or([is('n.operator_id', 'is', null), is('n.operator_id', '=', of.operatorId)]))
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom('rule_notices_seen as s')
              .select('s.notice_id')
              .whereRef('s.notice_id', '=', 'n.id')
              .where('s.operator_id', '=', of.operatorId),
          ),
        ),
      )
      .orderBy('n.at')
      .limit(50),
  );

export const markSeen = (store: ClientStore, seen: { id: string; operatorId: OperatorId }): void =>
  void store.run(
    store.sql
      .insertInto('rule_notices_seen')
      .values({ notice_id: seen.id, operator_id: seen.operatorId })
      .onConflict((conflict) => conflict.doNothing()),
  );
