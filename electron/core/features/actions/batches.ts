import type { Action, Batch } from '../../../shared/actions.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { Actor } from '../../../shared/events.ts';
import type { BatchId, ConversationId, OperatorId } from '../../../shared/ids.ts';
import type { Logger } from 'pino';
import type { Changes } from '../../changes.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import {
  findBatch,
  forgetBatches,
  insertBatch,
  nextItems,
  presentBatch,
  setState,
  settleItem,
  unfinished,
  type BatchRow,
  type Item,
} from './batch-queries.ts';
import { refusalOf, type Perform } from './perform.ts';

/** The same actions done to many conversations of one client, in slices, kept so that all of it can be taken back. */
export interface Batches {
  /** Writes down what is to be done and begins; a crash in between is gone on with at the next start. */
  begin(
    store: ClientStore,
    operatorId: OperatorId,
    what: { ids: readonly ConversationId[]; actions: readonly Action[] },
  ): Batch;
  /** One conversation, at once; a refusal is thrown and nothing was done. */
  one(
    store: ClientStore,
    operatorId: OperatorId,
    what: { id: ConversationId; actions: readonly Action[] },
  ): BatchId;
  /** @throws LiaisonError `not-found` */
  read(store: ClientStore, id: BatchId): Batch;
  /** Stops; what is done stays until it is undone. */
  cancel(store: ClientStore, id: BatchId): Batch;
  /**
   * Takes everything back that it did and that nobody has changed since.
   * @throws LiaisonError `undo-too-late`, `conflict` while it still runs
   */
  undo(store: ClientStore, id: BatchId): Batch;
  /** Goes on with what a crash interrupted. */
  resume(): void;
  /** Resolves when nothing runs any more. */
  settled(): Promise<void>;
  /** Stops after the slice in hand; the rest is gone on with at the next start. */
  close(): Promise<void>;
}

/** So much is one transaction: under 20 ms, so that nobody's key press waits for it. */
const sliceSize = 20;
/** Later it is no slip of the hand any more, and others have built upon it. */
const undoMilliseconds = 60 * 60_000;
/** What can't be undone any more is still looked up by a page that was left open. */
const keptMilliseconds = 24 * 60 * 60_000;

interface BatchOptions {
  readonly clock: Clock;
  readonly changes: Changes;
  readonly stores: () => readonly ClientStore[];
  readonly perform: Perform;
  readonly takeBack: (store: ClientStore, back: { id: ConversationId; facts: readonly string[] }) => number;
  readonly log: Logger;
}

export function createBatches(options: BatchOptions): Batches {
  const { clock, changes, perform, takeBack, log } = options;
  const running = new Set<Promise<void>>();
  let closed = false;

  const told = (store: ClientStore, id: BatchId) =>
    changes.announce('automation', { clientId: store.clientId, id });
  function mustFind(store: ClientStore, id: BatchId): BatchRow {
    const row = findBatch(store, id);
    if (!row) throw new LiaisonError('not-found', { detail: { what: 'batch' } });
    return row;
  }
  function read(store: ClientStore, id: BatchId): Batch {
    const row = mustFind(store, id);
    return presentBatch(store, row, isUndoable(row));
  }
  const isUndoable = ({ state, at }: BatchRow): boolean =>
    (state === 'done' || state === 'cancelled') && clock.now() - at <= undoMilliseconds;

  function doOne(store: ClientStore, batch: BatchRow, item: Item): void {
    const actor: Actor = { kind: 'operator', id: batch.operator_id };
    const actions = JSON.parse(batch.actions) as Action[];
    try {
      store.transaction(() => {
        const { facts } = perform(store, actor, { id: item.id, actions, now: batch.at });
        const state = facts.length === 0 ? 'same' : 'done';
        settleItem(store, { id: batch.id, position: item.position, state, facts });
      });
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      settleItem(store, { id: batch.id, position: item.position, state: 'refused', error: refusal.shape });
    }
  }

  function undoOne(store: ClientStore, batch: BatchRow, item: Item): void {
    store.transaction(() => {
      const kept = takeBack(store, { id: item.id, facts: item.facts });
      settleItem(store, { id: batch.id, position: item.position, state: kept > 0 ? 'kept' : 'undone' });
    });
  }

  /** Each conversation is a transaction of its own: one that refuses takes no other with it. */
  function slice(store: ClientStore, id: BatchId): boolean {
    const batch = mustFind(store, id);
    const backwards = batch.state === 'undoing';
    if (!backwards && batch.state !== 'running') return false;
    const state = backwards ? 'done' : 'waiting';
    const items = nextItems(store, { id, state, limit: sliceSize, backwards });
    for (const item of items) (backwards ? undoOne : doOne)(store, batch, item);
    if (items.length === sliceSize) return true;
    setState(store, id, backwards ? 'undone' : 'done');
    return false;
  }

  async function run(store: ClientStore, id: BatchId): Promise<void> {
    try {
      while (!closed && slice(store, id)) {
        told(store, id);
        await new Promise(setImmediate);
      }
    } catch (error) {
      log.error({ clientId: store.clientId, err: error }, 'a bulk action stopped');
      if (!closed) setState(store, id, 'cancelled');
    }
    if (!closed) told(store, id);
  }
  function start(store: ClientStore, id: BatchId): void {
    const going = run(store, id).finally(() => running.delete(going));
    running.add(going);
  }

  async function settled(): Promise<void> {
    while (running.size > 0) await Promise.all(running);
  }

  return {
    begin(store, operatorId, { ids, actions }) {
      const id = newId<BatchId>(clock.now());
      const unique = [...new Set(ids)];
      store.transaction(() => {
        forgetBatches(store, clock.now() - keptMilliseconds);
        insertBatch(store, { id, operatorId, actions, ids: unique, now: clock.now() });
      });
      start(store, id);
      return read(store, id);
    },
    one(store, operatorId, { id: conversationId, actions }) {
      const id = newId<BatchId>(clock.now());
      store.transaction(() => {
        insertBatch(store, { id, operatorId, actions, ids: [conversationId], now: clock.now() });
        const actor: Actor = { kind: 'operator', id: operatorId };
        const { facts } = perform(store, actor, { id: conversationId, actions, now: clock.now() });
        settleItem(store, { id, position: 0, state: facts.length === 0 ? 'same' : 'done', facts });
        setState(store, id, 'done');
      });
      told(store, id);
      return id;
    },
    read,
    cancel(store, id) {
      if (mustFind(store, id).state === 'running') setState(store, id, 'cancelled');
      told(store, id);
      return read(store, id);
    },
    undo(store, id) {
      const batch = mustFind(store, id);
      if (batch.state === 'running') throw new LiaisonError('conflict', { detail: { what: 'batch' } });
      if (batch.state === 'undone' || batch.state === 'undoing') return read(store, id);
      if (!isUndoable(batch)) throw new LiaisonError('undo-too-late');
      setState(store, id, 'undoing');
      start(store, id);
      return read(store, id);
    },
    resume() {
      for (const store of options.stores()) for (const id of unfinished(store)) start(store, id);
    },
    settled,
    close() {
      closed = true;
      return settled();
    },
  };
}
