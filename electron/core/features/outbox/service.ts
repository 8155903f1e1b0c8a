import type { Identity } from '../../../shared/channels.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { AttachmentId, ClientId, ConversationId, OperatorId, OutboxId } from '../../../shared/ids.ts';
import type {
  Composer,
  Draft,
  NewMessage,
  OutboxItem,
  Recipients,
  SaveDraft,
  SendingRules,
  SendReply,
} from '../../../shared/outbox.ts';
import { toInstant, toInstantOrNull } from '../../../shared/time.ts';
import type { Changes } from '../../changes.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { BrandSafety } from '../brand-safety/service.ts';
import type { Channels } from '../channels/service.ts';
import type { Conversations } from '../conversations/service.ts';
import type { Snoozes } from '../snoozes/service.ts';
import type { Voice } from '../voice/service.ts';
import { createBegin } from './begin.ts';
import { boundTo, composerOf } from './compose.ts';
import { createDecisions } from './decisions.ts';
import { putDraft } from './drafts.ts';
import { createEnqueue } from './enqueue.ts';
import { openJournal, type Journal } from './journal.ts';
import { usualPace, type Pace } from '../../../shared/outbox-pace.ts';
import { findItem, insertAttachment, listItems, type OutboxRow } from './queries.ts';
import { mustBeHeaderText } from './header-text.ts';
import { paceOf, readSendingRules, writeSendingRules } from './sending.ts';
import { createOutboxWork, shownError, type OutboxWork } from './work.ts';

/** Drafts and the outbox of a client. Delivery itself is `sync`'s work; every step it takes is journalled here. */
export interface Outbox {
  /** What a composer for this conversation is bound to, with its draft. */
  compose(store: ClientStore, conversationId: ConversationId): Composer;
  saveDraft(store: ClientStore, operatorId: OperatorId, draft: SaveDraft): Draft;
  /** A new conversation, with what is to be said in it as its draft: sent, or discarded, like any other. */
  begin(
    store: ClientStore,
    operatorId: OperatorId,
    message: NewMessage,
  ): { readonly conversationId: ConversationId };
  /** With the draft goes a conversation in which nothing was sent and nothing is on its way. */
  discardDraft(store: ClientStore, conversationId: ConversationId): void;
  attach(
    store: ClientStore,
    file: { conversationId: ConversationId; name: string; type: string; bytes: Uint8Array },
  ): { id: AttachmentId; size: number };
  /**
   * Checks client, channel, identity, recipients, checklist, placeholders and voice again, renders the bytes once and
   * queues them behind the undo window. Sending the same draft revision twice gives the same item.
   * @throws LiaisonError `wrong-client`, `foreign-brand`, `checklist-incomplete`, `template-unfilled`, `voice-blocked`,
   *   `voice-unchecked`, `conflict`, ...
   */
  send(store: ClientStore, operatorId: OperatorId, reply: SendReply): Promise<OutboxItem>;
  /** In time: cancelled, and the draft is back. Too late: `already-sent`. */
  cancel(store: ClientStore, outboxId: OutboxId): OutboxItem;
  /** A person's word on a failed, held or unknown item. `resend` makes a new message with a new Message-ID. */
  decide(
    store: ClientStore,
    decision: { outboxId: OutboxId; as: 'sent' | 'retry' | 'resend' | 'draft' },
  ): OutboxItem;
  list(store: ClientStore, conversationId: ConversationId | null): readonly OutboxItem[];
  sendingRules(store: ClientStore): SendingRules;
  /** From the next reply on; what waits already leaves as it was told. */
  setSendingRules(store: ClientStore, rules: SendingRules): void;
  /** The steps of delivery, for this client's outbox lane. The same one as long as the store is open. */
  work(store: ClientStore): OutboxWork;
}

interface OutboxOptions {
  readonly clock: Clock;
  readonly changes: Changes;
  readonly channels: Pick<Channels, 'list' | 'sent'>;
  readonly conversations: Pick<Conversations, 'recordSent' | 'record' | 'begin' | 'retitle' | 'abandon'>;
  readonly voice: Pick<Voice, 'guide' | 'judge'>;
  readonly brandSafety: Pick<BrandSafety, 'guard'>;
  readonly snoozes: Pick<Snoozes, 'snooze' | 'wake'>;
  /** Holds one folder per client; the journal stands in it. */
  readonly journalFolder: string;
  /** Something is to be sent, or no longer. */
  readonly wake: (clientId: ClientId) => void;
  readonly pace?: Pace;
}

/** A reply that should have left by then, and has not, brings its conversation back. */
const graceMilliseconds = 5 * 60_000;

export function createOutbox(options: OutboxOptions): Outbox {
  const { clock, changes, channels, conversations, voice, brandSafety, snoozes, journalFolder, wake } =
    options;
  const { pace = usualPace } = options;
  const journals = new WeakMap<ClientStore, Journal>();
  const works = new WeakMap<ClientStore, OutboxWork>();

  const journalOf = (store: ClientStore): Journal => {
    const journal = journals.get(store) ?? openJournal({ folder: journalFolder, clientId: store.clientId });
    journals.set(store, journal);
    return journal;
  };
  const workOf = (store: ClientStore): OutboxWork => {
    const journal = journalOf(store);
    const work =
      works.get(store) ?? createOutboxWork({ store, journal, clock, changes, channels, conversations, pace });
    works.set(store, work);
    return work;
  };
  const present = (store: ClientStore, row: OutboxRow): OutboxItem => presentItem(store, row, workOf(store));
  const announce = (store: ClientStore, conversationId: ConversationId) =>
    changes.announce('outbox', { clientId: store.clientId, id: conversationId });

  function itemOf(store: ClientStore, id: OutboxId): OutboxItem {
    const row = findItem(store, id);
    if (!row) throw new LiaisonError('not-found', { detail: { what: 'outbox' } });
    return present(store, row);
  }

  /** What is settled until its hour need not stand among the unanswered. */
  function layAside(store: ClientStore, row: OutboxRow): void {
    const until = row.not_before + graceMilliseconds;
    if (row.send_at === null || row.state !== 'queued' || until <= clock.now()) return;
    snoozes.snooze(store, { kind: 'operator', id: row.operator_id }, { id: row.conversation_id, until });
  }

  const enqueue = createEnqueue({ clock, channels, conversations, voice, brandSafety, pace });
  const beginnings = createBegin({ clock, channels, conversations });
  const decisions = createDecisions({
    clock,
    conversations,
    pace,
    journalOf,
    resume: (store, channelId) => workOf(store).resume(channelId),
  });

  return {
    work: workOf,
    sendingRules: (store) => readSendingRules(store, pace),
    setSendingRules(store, rules) {
      writeSendingRules(store, rules);
      changes.announce('outbox', { clientId: store.clientId });
    },
    compose: (store, conversationId) =>
      composerOf({ store, channels, voice, pace: paceOf(store, pace) }, conversationId),
    begin(store, operatorId, message) {
      mustBeOurs(store, message.clientId);
      const conversationId = beginnings.begin(store, operatorId, message);
      announce(store, conversationId);
      return { conversationId };
    },
    saveDraft(store, operatorId, draft) {
      mustBeOurs(store, draft.clientId);
      boundTo(store, channels, draft.conversationId);
      const saved = store.transaction(() => {
        conversations.retitle(store, { id: draft.conversationId, subject: draft.subject });
        return putDraft(store, { ...draft, operatorId, now: clock.now() });
      });
      announce(store, draft.conversationId);
      return saved;
    },
    discardDraft(store, conversationId) {
      beginnings.discard(store, conversationId);
      announce(store, conversationId);
    },
    attach(store, { conversationId, name, type, bytes }) {
      mustBeHeaderText(name, 'attachment.name');
      boundTo(store, channels, conversationId);
      const id = newId<AttachmentId>(clock.now());
      store.files.write(id, bytes);
      const size = bytes.byteLength;
      insertAttachment(store, { id, name, type, size, file: id, conversationId, now: clock.now() });
      return { id, size };
    },
    async send(store, operatorId, reply) {
      mustBeOurs(store, reply.clientId);
      const row = await enqueue(store, operatorId, reply);
      layAside(store, row);
      announce(store, row.conversation_id);
      wake(store.clientId);
      return present(store, row);
    },
    cancel(store, outboxId) {
      decisions.cancel(store, outboxId);
      const item = itemOf(store, outboxId);
      if (item.sendAt !== null) snoozes.wake(store, { kind: 'system' }, item.conversationId);
      announce(store, item.conversationId);
      wake(store.clientId);
      return item;
    },
    decide(store, decision) {
      const item = itemOf(store, decisions.decide(store, decision));
      announce(store, item.conversationId);
      wake(store.clientId);
      return item;
    },
    list: (store, conversationId) => listItems(store, conversationId).map((row) => present(store, row)),
  };
}

function mustBeOurs(store: ClientStore, clientId: ClientId): void {
  if (store.clientId !== clientId) throw new LiaisonError('wrong-client');
}

const presentItem = (store: ClientStore, row: OutboxRow, work: OutboxWork): OutboxItem => ({
  id: row.id,
  clientId: store.clientId,
  conversationId: row.conversation_id,
  channelId: row.channel_id,
  identity: JSON.parse(row.identity) as Identity,
  recipients: JSON.parse(row.recipients) as Recipients,
  subject: row.subject,
  text: row.text,
  state: row.state,
  attempts: row.attempts,
  createdAt: toInstant(row.created_at),
  notBefore: toInstant(row.not_before),
  sendAt: toInstantOrNull(row.send_at),
  error: shownError(row, work),
  filing: row.filing,
});
