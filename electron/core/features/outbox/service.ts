import { LiaisonError } from '../../../shared/errors.ts';
import type {
  AttachmentId,
  ChannelId,
  ClientId,
  ConversationId,
  OperatorId,
  OutboxId,
} from '../../../shared/ids.ts';
import type {
  Composer,
  Draft,
  NewMessage,
  OutboxItem,
  OutgoingAttachment,
  SaveDraft,
  SendingRules,
  SendReply,
} from '../../../shared/outbox.ts';
import type { Changes } from '../../changes.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Announced } from '../../connectors/contract.ts';
import type { BrandSafety } from '../brand-safety/service.ts';
import type { Channels } from '../channels/service.ts';
import type { Claims } from '../claims/service.ts';
import type { Client } from '../../../shared/clients.ts';
import type { OutgoingKind } from '../../../shared/composing.ts';
import type { Conversations } from '../conversations/service.ts';
import { mustBeCertified } from '../people/service.ts';
import type { Signatures } from '../signatures/service.ts';
import type { Snoozes } from '../snoozes/service.ts';
import { mustBeOffered } from '../statuses/service.ts';
import type { Voice } from '../voice/service.ts';
import { createBegin } from './writing/begin.ts';
import { createComposing, type Composing } from './writing/composing.ts';
import { boundTo, composerOf } from './writing/compose.ts';
import { createDecisions } from './delivery/decisions.ts';
import { keepUnseen, presentDraft, putDraft, type DraftKey, type SeenUpTo } from './writing/drafts.ts';
import { fillDraft, type FilledReply } from './writing/filled-draft.ts';
import { createEnqueue } from './sending/enqueue.ts';
import { createMailWords } from './writing/mail-words.ts';
import { createQuotes } from './writing/quotes.ts';
import { createSendFrom } from './sending/send-from.ts';
import { openJournal, type Journal } from './delivery/journal.ts';
import { usualPace, type Pace } from '../../../shared/outbox-pace.ts';
import { findItem, insertAttachment, listItems, type OutboxRow } from './queries.ts';
import { mustBeHeaderText } from './header-text.ts';
import { knowsLimits, learnAnnounced } from './limits.ts';
import { presentFile } from './writing/outgoing-files.ts';
import { presentItem } from './present-item.ts';
import { paceOf, readSendingRules, writeSendingRules } from './sending-queries.ts';
import { createSeats, type Seats } from './writing/seats.ts';
import { createStandings, type Standings } from './standings.ts';
import { createOutboxWork, type OutboxWork } from './delivery/work.ts';

/** Drafts and the outbox of a client. Delivery itself is `sync`'s work; every step it takes is journalled here. */
export interface Outbox extends Composing, Standings {
  /** Which window writes which reply. */
  readonly seats: Seats;
  /** What a composer for this conversation is bound to, with its draft; of a forward: with one that was begun. */
  compose(store: ClientStore, conversationId: ConversationId): Composer;
  composeForward(store: ClientStore, conversationId: ConversationId): Composer;
  saveDraft(store: ClientStore, operatorId: OperatorId, draft: SaveDraft & SeenUpTo): Draft;
  /** Fills a reply that nobody has begun, for somebody to send; where something stands already: nothing. */
  fillDraft(store: ClientStore, filled: FilledReply): boolean;
  /** A new conversation, with what is to be said in it as its draft: sent, or discarded, like any other. */
  begin(
    store: ClientStore,
    operatorId: OperatorId,
    message: NewMessage,
  ): { readonly conversationId: ConversationId };
  /** With the draft goes a conversation in which nothing was sent and nothing is on its way. */
  discardDraft(store: ClientStore, draft: DraftKey & SeenUpTo): void;
  attach(
    store: ClientStore,
    file: { conversationId: ConversationId; name: string; type: string; bytes: Uint8Array },
  ): OutgoingAttachment;
  /**
   * Checks client, channel, identity, recipients, checklist, placeholders and voice again, renders the bytes once and
   * queues them behind the undo window. Sending the same draft revision twice gives the same item.
   * @throws LiaisonError `not-certified`, `claimed`, `wrong-client`, `foreign-brand`, `checklist-incomplete`, `template-unfilled`, `voice-blocked`,
   *   `voice-unchecked`, `conflict`, ...
   */
  send(store: ClientStore, operatorId: OperatorId, reply: SendReply): Promise<OutboxItem>;
  /** In time: cancelled, and the draft is back, unless a colleague writes by now. Too late: `already-sent`. */
  cancel(store: ClientStore, operatorId: OperatorId, outboxId: OutboxId): OutboxItem;
  /**
   * A person's word on a failed, held or unknown item. `resend` makes a new message with a new Message-ID.
   * @throws LiaisonError `claimed` for a draft where a colleague writes
   */
  decide(
    store: ClientStore,
    operatorId: OperatorId,
    decision: { outboxId: OutboxId; as: 'sent' | 'retry' | 'resend' | 'draft' },
  ): OutboxItem;
  /**
   * What the server refused because of its sender, once more from another address of the same channel.
   * @throws LiaisonError `conflict` where it did not fail, or its draft says something else by now
   */
  sendFrom(
    store: ClientStore,
    operatorId: OperatorId,
    from: { outboxId: OutboxId; address: string },
  ): Promise<OutboxItem>;
  list(store: ClientStore, conversationId: ConversationId | null): readonly OutboxItem[];
  sendingRules(store: ClientStore): SendingRules;
  /** From the next reply on; what waits already leaves as it was told. */
  setSendingRules(store: ClientStore, rules: SendingRules): void;
  /** Whether a channel's server has said, not too long ago, what it takes. */
  knowsLimits(store: ClientStore, channelId: ChannelId): boolean;
  learnLimits(store: ClientStore, channelId: ChannelId, announced: Announced): void;
  /** The steps of delivery, for this client's outbox lane. The same one as long as the store is open. */
  work(store: ClientStore): OutboxWork;
}

interface OutboxOptions {
  readonly clock: Clock;
  readonly changes: Changes;
  readonly channels: Pick<Channels, 'list' | 'sent'>;
  readonly conversations: Pick<
    Conversations,
    'recordSent' | 'record' | 'begin' | 'retitle' | 'abandon' | 'attachment' | 'mustBeResolvable'
  >;
  readonly voice: Pick<Voice, 'guide' | 'judge' | 'allowOverride' | 'record' | 'recordAgain'>;
  readonly brandSafety: Pick<BrandSafety, 'guard'>;
  readonly claims: Pick<Claims, 'guard' | 'release' | 'holderOf'>;
  readonly signatures: Pick<Signatures, 'textFor'>;
  readonly clients: { list(): readonly Pick<Client, 'id' | 'languages' | 'timeZone'>[] };
  /** The folder `locales/`, for what stands around quoted words. */
  readonly locales: string;
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
  const { clock, changes, channels, conversations, voice, brandSafety, claims, snoozes } = options;
  const { journalFolder, wake } = options;
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
    const parts = { store, journal, clock, changes, channels, conversations, claims, pace };
    const work = works.get(store) ?? createOutboxWork(parts);
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
    if (row.kind === 'forward') return;
    if (row.send_at === null || row.state !== 'queued' || until <= clock.now()) return;
    snoozes.snooze(store, { kind: 'operator', id: row.operator_id }, { id: row.conversation_id, until });
  }

  const quotes = createQuotes({ words: createMailWords(options.locales), clients: options.clients });
  const { signatures } = options;
  const checks = { voice, brandSafety, claims, signatures, quotes };
  const enqueue = createEnqueue({ clock, channels, conversations, pace, ...checks });
  const sendFrom = createSendFrom(enqueue);
  const composer = (store: ClientStore, of: { conversationId: ConversationId; kind: OutgoingKind }) =>
    composerOf({ store, channels, voice, pace: paceOf(store, pace), now: clock.now() }, of);
  function attach(
    store: ClientStore,
    file: { conversationId: ConversationId; name: string; type: string; bytes: Uint8Array },
  ) {
    const { conversationId, name, type, bytes } = file;
    mustBeHeaderText(name, 'attachment.name');
    boundTo(store, channels, conversationId);
    const id = newId<AttachmentId>(clock.now());
    store.files.write(id, bytes);
    const size = bytes.byteLength;
    insertAttachment(store, { id, name, type, size, file: id, conversationId, now: clock.now() });
    return presentFile({ id, name, type, size });
  }
  const beginnings = createBegin({ clock, channels, conversations });
  const decisions = createDecisions({
    clock,
    conversations,
    voice,
    claims,
    pace,
    journalOf,
    resume: (store, channelId) => workOf(store).resume(channelId),
  });

  return {
    ...createComposing({ clock, channels, conversations, quotes, attach, announce }),
    seats: createSeats(),
    ...createStandings({ clock, present }),
    work: workOf,
    knowsLimits: (store, channelId) => knowsLimits(store, { channelId, now: clock.now() }),
    learnLimits: (store, channelId, announced) =>
      learnAnnounced(store, { ...announced, channelId, now: clock.now() }),
    sendingRules: (store) => readSendingRules(store, pace),
    setSendingRules(store, rules) {
      writeSendingRules(store, rules);
      changes.announce('outbox', { clientId: store.clientId });
    },
    compose: (store, conversationId) => composer(store, { conversationId, kind: 'reply' }),
    composeForward: (store, conversationId) => composer(store, { conversationId, kind: 'forward' }),
    begin(store, operatorId, message) {
      mustBeOurs(store, message.clientId);
      mustBeCertified(store, operatorId);
      const conversationId = beginnings.begin(store, operatorId, message);
      announce(store, conversationId);
      return { conversationId };
    },
    saveDraft(store, operatorId, draft) {
      mustBeOurs(store, draft.clientId);
      boundTo(store, channels, draft.conversationId);
      const saved = store.transaction(() => {
        if (draft.kind === 'reply')
          conversations.retitle(store, { id: draft.conversationId, subject: draft.subject });
        keepUnseen(store, draft);
        const row = putDraft(store, { ...draft, operatorId, now: clock.now() });
        return presentDraft({ ...row, kind: draft.kind });
      });
      announce(store, draft.conversationId);
      return saved;
    },
    fillDraft(store, filled) {
      const isFilled = fillDraft({ store, channels, clock }, filled);
      if (isFilled) announce(store, filled.conversationId);
      return isFilled;
    },
    discardDraft(store, draft) {
      beginnings.discard(store, draft);
      announce(store, draft.conversationId);
    },
    attach,
    async send(store, operatorId, reply) {
      mustBeOurs(store, reply.clientId);
      if (reply.thenStatus === 'resolved') conversations.mustBeResolvable(store, reply.conversationId);
      mustBeOffered(store, { status: reply.thenStatus, statusId: reply.thenStatusId });
      const row = await enqueue(store, operatorId, reply);
      claims.release(store, { operatorId, conversationId: row.conversation_id });
      layAside(store, row);
      announce(store, row.conversation_id);
      wake(store.clientId);
      return present(store, row);
    },
    async sendFrom(store, operatorId, from) {
      const row = await sendFrom(store, operatorId, from);
      announce(store, row.conversation_id);
      wake(store.clientId);
      return present(store, row);
    },
    cancel(store, operatorId, outboxId) {
      decisions.cancel(store, operatorId, outboxId);
      const item = itemOf(store, outboxId);
      if (item.sendAt !== null) snoozes.wake(store, { kind: 'system' }, item.conversationId);
      announce(store, item.conversationId);
      wake(store.clientId);
      return item;
    },
    decide(store, operatorId, decision) {
      const item = itemOf(store, decisions.decide(store, operatorId, decision));
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
