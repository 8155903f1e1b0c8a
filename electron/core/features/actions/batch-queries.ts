import type { Action, Batch } from '../../../shared/actions.ts';
import type { BatchState } from '../../../shared/action-words.ts';
import type { ErrorShape } from '../../../shared/errors.ts';
import type { BatchId, ConversationId, OperatorId } from '../../../shared/ids.ts';
import type { AutomationTables } from '../../store/client/automation-tables.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

export type BatchRow = AutomationTables['batches'];
export type ItemState = AutomationTables['batch_items']['state'];

export interface Item {
  readonly position: number;
  readonly id: ConversationId;
  readonly facts: readonly string[];
}

export function insertBatch(
  store: ClientStore,
  batch: {
    id: BatchId;
    operatorId: OperatorId;
    actions: readonly Action[];
    ids: readonly ConversationId[];
    now: number;
  },
): void {
  store.run(
    store.sql.insertInto('batches').values({
      id: batch.id,
      operator_id: batch.operatorId,
      actions: JSON.stringify(batch.actions),
      state: 'running',
      total: batch.ids.length,
      at: batch.now,
    }),
  );
  store
    .prepare(
      `INSERT INTO batch_items (batch_id, position, conversation_id, state)
       SELECT ?, key, value, 'waiting' FROM json_each(?)`,
    )
    .run(batch.id, JSON.stringify(batch.ids));
}

export const findBatch = (store: ClientStore, id: BatchId): BatchRow | undefined =>
  store.first(store.sql.selectFrom('batches').selectAll().where('id', '=', id));

export const setState = (store: ClientStore, id: BatchId, state: BatchState): void =>
  void store.run(store.sql.updateTable('batches').set({ state }).where('id', '=', id));

/** What was begun and not ended, before the core last ended. */
export const unfinished = (store: ClientStore): BatchId[] =>
  store
    .all(
      store.sql.selectFrom('batches').select('id').where('state', 'in', ['running', 'undoing']).orderBy('at'),
    )
    .map((row) => row.id);

/** What ended so long ago that nobody can take it back. */
export const forgetBatches = (store: ClientStore, before: number): void =>
  void store.run(
    store.sql
      .deleteFrom('batches')
      .where('at', '<', before)
      .where('state', 'in', ['done', 'cancelled', 'undone']),
  );

/** The next items in that state: forwards, or for the undoing from the last to the first. */
export const nextItems = (
  store: ClientStore,
  of: { id: BatchId; state: ItemState; limit: number; backwards: boolean },
): Item[] =>
  store
    .all(
      store.sql
        .selectFrom('batch_items')
        .select(['position', 'conversation_id', 'facts'])
        .where('batch_id', '=', of.id)
        .where('state', '=', of.state)
        .orderBy('position', of.backwards ? 'desc' : 'asc')
        .limit(of.limit),
    )
    .map((row) => ({
      position: row.position,
      id: row.conversation_id,
      facts: JSON.parse(row.facts) as string[],
    }));

export function settleItem(
  store: ClientStore,
  item: {
    id: BatchId;
    position: number;
    state: ItemState;
    facts?: readonly string[];
    error?: ErrorShape | null;
  },
): void {
  store.run(
    store.sql
      .updateTable('batch_items')
      .set({
        state: item.state,
        ...(item.facts ? { facts: JSON.stringify(item.facts) } : {}),
        ...(item.error === undefined ? {} : { error: item.error && JSON.stringify(item.error) }),
      })
      .where('batch_id', '=', item.id)
      .where('position', '=', item.position),
  );
}

/** How a batch stands, counted from its items. */
export function presentBatch(store: ClientStore, row: BatchRow, undoable: boolean): Batch {
  const counts = new Map(
    store
      .all(
        store.sql
          .selectFrom('batch_items')
          .select((of) => ['state', of.fn.countAll<number>().as('count')])
          .where('batch_id', '=', row.id)
          .groupBy('state'),
      )
      .map(({ state, count }) => [state, count]),
  );
  const of = (...states: readonly ItemState[]) =>
    states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  const refused = store.first(
    store.sql
      .selectFrom('batch_items')
      .select('error')
      .where('batch_id', '=', row.id)
      .where('state', '=', 'refused')
      .orderBy('position')
      .limit(1),
  );
  const isBackwards = row.state === 'undoing' || row.state === 'undone';
  return {
    id: row.id,
    state: row.state,
    total: isBackwards ? of('done', 'undone', 'kept') : row.total,
    done: isBackwards ? of('undone', 'kept') : of('done', 'same', 'refused', 'undone', 'kept'),
    same: of('same'),
    refused: of('refused'),
    refusal: refused?.error ? (JSON.parse(refused.error) as ErrorShape) : null,
    kept: of('kept'),
    undoable: undoable && of('done') > 0,
  };
}
