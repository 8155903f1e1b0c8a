import { LiaisonError } from '../../../../shared/errors.ts';
import type { Actor } from '../../../../shared/events.ts';
import type { ConversationId, CorrectionId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { mustHaveMail } from '../begin.ts';
import { mustFindConversation, type ConversationRow } from '../conversation-rows.ts';
import type { Scope } from '../history/events.ts';
import { livedOf } from '../history/history.ts';
import { jointStanding, overruledWords } from '../history/life-rules.ts';
import { joinAgain } from './join-again.ts';
import { freshSplit, keepCorrection, mustRest, tell } from './ledger.ts';
import { pour } from './pour.ts';
import { settle } from './settle.ts';

export interface Merging {
  readonly fromIds: readonly ConversationId[];
  readonly intoId: ConversationId;
  readonly correctionId: CorrectionId;
  readonly actor: Actor;
}

/**
 * Conversations become part of another one, as if all that was said had been said there. What asked something of us in any
 * of them asks it of the whole. What was split off and comes back leaves everything as it was before the split.
 *
 * @throws LiaisonError `drafts-on-both`, `reply-on-its-way`, `not-found`
 */
export function merge(scope: Scope, { fromIds, intoId, correctionId, actor }: Merging): void {
  const { store } = scope;
  const sources = [...new Set(fromIds)].map((id) => mustFindConversation(store, id));
  const target = mustFindConversation(store, intoId);
  if (sources.some(({ id }) => id === intoId))
    throw new LiaisonError('invalid-input', { detail: { path: 'fromIds' } });
  const all = [target, ...sources];
  all.forEach(mustHaveMail);
  mustRest(
    store,
    all.map(({ id }) => id),
  );
  const [only, ...others] = sources;
  const split = only && others.length === 0 ? freshSplit(store, { from: intoId, into: only.id }) : null;
  for (const source of sources) {
    const told = { type: 'corrected', correctionId, kind: 'merge', role: 'into' } as const;
    const { id: otherId, subject, message_count: count } = source;
    const title = split ? {} : { title: target.subject };
    tell(scope, { id: intoId, actor, body: { ...told, otherId, subject, count, ...title } });
  }
  const deed = {
    id: correctionId,
    kind: 'merge',
    fromIds: sources.map(({ id }) => id),
    intoId,
    actor,
  } as const;
  const work = () => {
    if (split) return joinAgain(store, split);
    overrule(store, all);
    const until = wakesAt(store, all);
    for (const { id } of sources) pour(store, { from: id, into: intoId });
    settle(scope, { id: intoId, actor, to: jointStanding(all.map(asStanding)), until });
    sleepUntil(store, { id: intoId, until });
    const assignee = all.find((row) => row.assignee_id !== null)?.assignee_id ?? null;
    store.prepare('UPDATE conversations SET assignee_id = ? WHERE id = ?').run(assignee, intoId);
  };
  keepCorrection(scope, { ...deed, work });
}

const asStanding = (row: ConversationRow) => ({
  status: row.status,
  statusId: row.status_id,
  waitingSince: row.waiting_since,
});

/** A word that ended one while another went on ended nothing, once they are one. */
function overrule(store: ClientStore, rows: readonly ConversationRow[]): void {
  const lives = rows.map(({ id }) => livedOf(store, id));
  const words = overruledWords(lives.map((life) => life.map(({ item }) => item)));
  const change = store.prepare(
    "UPDATE events SET type = 'part-status-changed', data = json_set(data, '$.type', 'part-status-changed') WHERE id = ?",
  );
  for (const [index, life] of lives.entries())
    for (const [place, { eventId }] of life.entries())
      if (eventId !== null && words[index]?.has(place)) change.run(eventId);
}

/** Of those that are laid aside, when the first comes back; null: when the customer writes; absent: none is. */
function wakesAt(store: ClientStore, rows: readonly ConversationRow[]): number | null {
  const asleep = rows.filter(({ status }) => status === 'snoozed').map(({ id }) => id);
  const row = store
    .prepare(
      'SELECT min(until) AS until FROM snoozes WHERE conversation_id IN (SELECT value FROM json_each(?))',
    )
    .get(JSON.stringify(asleep)) as { until: number | null };
  return row.until;
}

function sleepUntil(store: ClientStore, { id, until }: { id: ConversationId; until: number | null }): void {
  if (mustFindConversation(store, id).status !== 'snoozed') return;
  store
    .prepare(
      `INSERT INTO snoozes (conversation_id, until) VALUES (?, ?)
       ON CONFLICT (conversation_id) DO UPDATE SET until = excluded.until`,
    )
    .run(id, until);
}
