import { LiaisonError } from '../../../../shared/errors.ts';
import { operatorOf, type Actor } from '../../../../shared/events.ts';
import type { Corrected, CorrectionKind } from '../../../../shared/corrections.ts';
import type { ConversationId, CorrectionId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { mustFindConversation } from '../conversation-rows.ts';
import { appendEvent, lastEventAt, type Scope } from '../history/events.ts';
import { changesBetween, digestOf, pictureOf, type RowChange } from './picture.ts';

export interface Correction extends Corrected {
  readonly seq: number;
  readonly fromIds: readonly ConversationId[];
  readonly changes: readonly RowChange[];
  readonly digest: string;
  readonly isUndone: boolean;
}

/** What is to be done: on which conversations, and which of them is made or ended by it. */
export interface Deed {
  readonly id: CorrectionId;
  readonly kind: CorrectionKind;
  readonly fromIds: readonly ConversationId[];
  readonly intoId: ConversationId;
  readonly actor: Actor;
}

export const partsOf = ({ fromIds, intoId }: Pick<Deed, 'fromIds' | 'intoId'>) => [...fromIds, intoId];

/**
 * Does it, and keeps every row as it was and as it is. The trail is written first: so no number of an event that is taken
 * away is given to another, and undoing can put it back.
 */
export function keepCorrection(scope: Scope, { work, ...deed }: Deed & { work: () => void }): void {
  const { store, now } = scope;
  const parts = partsOf(deed);
  const before = pictureOf(store, parts);
  work();
  const after = pictureOf(store, parts);
  store.run(
    store.sql.insertInto('corrections').values({
      id: deed.id,
      kind: deed.kind,
      from_ids: JSON.stringify(deed.fromIds),
      into_id: deed.intoId,
      operator_id: operatorOf(deed.actor),
      at: now,
      changes: JSON.stringify(changesBetween(before, after)),
      digest: digestOf(after),
      undone_at: null,
      undone_by: null,
    }),
  );
  const { seq } = mustFind(store, deed.id);
  for (const id of new Set(parts))
    store.run(store.sql.insertInto('correction_parts').values({ correction_seq: seq, part_id: id }));
  workOutAnew(store, parts);
}

/** What falls due in them is another matter now, also where nothing of it shows in the conversation itself. */
export function workOutAnew(store: ClientStore, ids: readonly ConversationId[]): void {
  const stale = store.prepare(
    'INSERT OR IGNORE INTO stale_dues (conversation_id) SELECT id FROM conversations WHERE id = ?',
  );
  for (const id of ids) stale.run(id);
}

function mustFind(store: ClientStore, id: CorrectionId): Correction {
  const row = store.first(store.sql.selectFrom('corrections').selectAll().where('id', '=', id));
  if (!row) throw new LiaisonError('not-found', { detail: { what: 'correction' } });
  return {
    seq: row.seq,
    correctionId: row.id,
    kind: row.kind,
    fromIds: JSON.parse(row.from_ids) as ConversationId[],
    intoId: row.into_id,
    changes: JSON.parse(row.changes) as RowChange[],
    digest: row.digest,
    isUndone: row.undone_at !== null,
  };
}

/** One that can be undone now. @throws LiaisonError `not-found`, `conflict` (it is undone), `corrected-since` */
export function mustBeUndoable(store: ClientStore, id: CorrectionId): Correction {
  const correction = mustFind(store, id);
  if (correction.isUndone) throw new LiaisonError('conflict', { detail: { what: 'correction' } });
  const later = store.sql
    .selectFrom('correction_parts')
    .innerJoin('corrections', 'corrections.seq', 'correction_parts.correction_seq')
    .select('corrections.seq')
    .where('part_id', 'in', partsOf(correction))
    .where('corrections.seq', '>', correction.seq)
    .where('undone_at', 'is', null);
  if (store.first(later.limit(1))) throw new LiaisonError('corrected-since');
  return correction;
}

/** The split that took one out of the other, as long as both are as it left them. */
export function freshSplit(
  store: ClientStore,
  { from, into }: { from: ConversationId; into: ConversationId },
): Correction | null {
  const row = store.first(
    store.sql
      .selectFrom('corrections')
      .select('id')
      .where('kind', '=', 'split')
      .where('from_ids', '=', JSON.stringify([from]))
      .where('into_id', '=', into)
      .where('undone_at', 'is', null),
  );
  const split = row && mustFind(store, row.id);
  return split && digestOf(pictureOf(store, partsOf(split))) === split.digest ? split : null;
}

export function markUndone(scope: Scope, { seq, actor }: { seq: number; actor: Actor }): void {
  scope.store.run(
    scope.store.sql
      .updateTable('corrections')
      .set({ undone_at: scope.now, undone_by: operatorOf(actor) })
      .where('seq', '=', seq),
  );
}

/** One line of the trail, in a conversation that is there. */
export function tell(
  scope: Scope,
  { id, actor, body }: { id: ConversationId; actor: Actor; body: Parameters<typeof appendEvent>[1]['body'] },
): void {
  const { segment_id: segmentId } = mustFindConversation(scope.store, id);
  const at = Math.max(scope.now, lastEventAt(scope.store, id) ?? 0);
  appendEvent(scope, { conversationId: id, segmentId, at, actor, body });
}

/** What is handed over right now can't change its place; nor what may have left, which will say where it belongs. */
export function mustRest(store: ClientStore, ids: readonly ConversationId[]): void {
  const moving = store.sql
    .selectFrom('outbox')
    .select('seq')
    .where('conversation_id', 'in', ids)
    .where('state', 'in', ['sending', 'unknown'])
    .limit(1);
  if (store.first(moving)) throw new LiaisonError('reply-on-its-way');
}
