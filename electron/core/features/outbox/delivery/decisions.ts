import { LiaisonError } from '../../../../shared/errors.ts';
import type { ChannelId, OperatorId, OutboxId } from '../../../../shared/ids.ts';
import type { Identity } from '../../../../shared/channels.ts';
import { newId } from '../../../ids.ts';
import type { Clock } from '../../../ports.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { Claims } from '../../claims/service.ts';
import type { Conversations } from '../../conversations/service.ts';
import {
  draftKeyOf,
  findDraft,
  firstFreeRevision,
  givesWay,
  nextRevision,
  removeDraft,
  restoreDraft,
  restoring,
  saysTheSame,
} from '../writing/drafts.ts';
import type { Voice } from '../../voice/service.ts';
import { newInternetMessageId } from '../sending/enqueue.ts';
import type { Journal } from './journal.ts';
import type { Pace } from '../../../../shared/outbox-pace.ts';
import {
  bytesOf,
  errorOf,
  findItem,
  insertItem,
  saveStanding,
  standingOf,
  type NewOutboxRow,
  type OutboxRow,
} from '../queries.ts';
import { renewed } from '../sending/render.ts';
import { step, type Happening } from '../rules.ts';
import { paceOf } from '../sending-queries.ts';
import { recordSentReply } from './sent-reply.ts';

interface DecisionOptions {
  readonly clock: Clock;
  readonly conversations: Pick<Conversations, 'record' | 'recordSent'>;
  readonly voice: Pick<Voice, 'recordAgain'>;
  readonly claims: Pick<Claims, 'guard' | 'holderOf'>;
  readonly pace: Pace;
  readonly journalOf: (store: ClientStore) => Journal;
  readonly resume: (store: ClientStore, channelId: ChannelId) => void;
}

export type Decision = { readonly outboxId: OutboxId; readonly as: 'sent' | 'retry' | 'resend' | 'draft' };

/** Held because the conversation has moved on since it was written. */
const overtaken: ReadonlySet<string> = new Set(['answered-meanwhile', 'written-meanwhile']);

/** Whether its words stand in its draft, and nobody has changed them there. */
const isBack = (row: OutboxRow, draft: ReturnType<typeof findDraft>): boolean =>
  row.restored === 1 && draft !== undefined && saysTheSame(row, draft);

/** What a person may order about an item that stands in the outbox. */
export function createDecisions(options: DecisionOptions) {
  const { clock, conversations, voice, claims, pace, journalOf, resume } = options;

  function mustFind(store: ClientStore, id: OutboxId): OutboxRow {
    const row = findItem(store, id);
    if (!row) throw new LiaisonError('not-found', { detail: { what: 'outbox' } });
    return row;
  }

  function take(store: ClientStore, row: OutboxRow, happening: Happening): void {
    const to = step(standingOf(row), happening, { now: clock.now(), pace });
    if (!saveStanding(store, row, to)) throw new LiaisonError('conflict', { detail: { what: 'outbox' } });
  }

  /** From now on the journal's `dot` stands for nothing that is still open. */
  const settle = (store: ClientStore, row: OutboxRow) => {
    if (journalOf(store).lastOf(row.id) !== null) journalOf(store).write(row.id, 'settled');
  };

  /** What waits for the same channel is tried as well: one held reply would stop all of them again. */
  function retry(store: ClientStore, row: OutboxRow): OutboxId {
    take(store, row, { type: 'retried' });
    if (overtaken.has(errorOf(row)?.code ?? '')) {
      // Whoever sends it all the same has seen what came: only what comes from now on holds it again.
      const body = { type: 'send-queued', outboxId: row.id, voiceOverridden: false } as const;
      const actor = { kind: 'operator', id: row.operator_id } as const;
      conversations.record(store, actor, { id: row.conversation_id, body });
    }
    resume(store, row.channel_id);
    if (isBack(row, findDraft(store, draftKeyOf(row)))) removeDraft(store, draftKeyOf(row));
    settle(store, row);
    return row.id;
  }

  function backToDraft(store: ClientStore, by: OperatorId, row: OutboxRow): OutboxId {
    claims.guard(store, { operatorId: by, conversationId: row.conversation_id });
    const draft = findDraft(store, draftKeyOf(row));
    if (!isBack(row, draft) && !givesWay(draft)) {
      throw new LiaisonError('conflict', { detail: { what: 'draft' } });
    }
    // What was taken back while another draft stood there comes to its draft now.
    if (row.state !== 'cancelled') take(store, row, { type: 'given-up' });
    restoreDraft(store, row, { claims, by, now: clock.now() });
    settle(store, row);
    return row.id;
  }

  function resend(store: ClientStore, row: OutboxRow): OutboxId {
    if (row.state !== 'unknown')
      throw new LiaisonError('conflict', { detail: { what: 'outbox', state: row.state } });
    const id = newId<OutboxId>(clock.now());
    const identity = JSON.parse(row.identity) as Identity;
    const ids = { outbox: id, conversation: row.conversation_id };
    const internetMessageId = newInternetMessageId(store, ids, identity.address);
    const next = renewed(bytesOf(store, row.id), { internetMessageId, date: clock.now() });
    take(store, row, { type: 'given-up' });
    const draft = findDraft(store, draftKeyOf(row));
    const { seq: _, looks: __, restored: ___, ...kept } = row;
    const again: NewOutboxRow = {
      ...kept,
      ...next,
      id,
      internet_message_id: internetMessageId,
      draft_revision: draft
        ? nextRevision(store, row.conversation_id)
        : firstFreeRevision(store, row.conversation_id),
      state: 'queued',
      phase: null,
      attempts: 0,
      error: null,
      send_at: null,
      not_before: clock.now() + paceOf(store, pace).undo,
      created_at: clock.now(),
    };
    insertItem(store, again);
    voice.recordAgain(store, { row: again, judgedAs: row.internet_message_id });
    settle(store, row);
    return id;
  }

  return {
    /**
     * However it stands in the conversation, it does not leave: words that can't come back to it wait in the outbox.
     *
     * @throws LiaisonError `already-sent` when delivery has begun
     */
    cancel(store: ClientStore, by: OperatorId, id: OutboxId): void {
      const row = mustFind(store, id);
      restoring(store, row, () => {
        take(store, row, { type: 'cancelled' });
        restoreDraft(store, row, { claims, by, now: clock.now() });
        const body = { type: 'send-cancelled', outboxId: id } as const;
        const actor = { kind: 'operator', id: row.operator_id } as const;
        conversations.record(store, actor, { id: row.conversation_id, body });
      });
    },
    /** Gives the item to show: a resent one is new. @throws LiaisonError `claimed` for words under a colleague's composer */
    decide(store: ClientStore, by: OperatorId, { outboxId, as }: Decision): OutboxId {
      const row = mustFind(store, outboxId);
      return restoring(store, row, () => {
        switch (as) {
          case 'sent':
            take(store, row, { type: 'said-sent' });
            recordSentReply({ store, conversations, clock, pace }, row, row.filing);
            return row.id;
          case 'retry':
            return retry(store, row);
          case 'draft':
            return backToDraft(store, by, row);
          case 'resend':
            return resend(store, row);
        }
      });
    },
  };
}
