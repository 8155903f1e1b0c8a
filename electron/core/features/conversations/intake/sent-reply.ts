import type { ConversationStatus, Participant } from '../../../../shared/conversations.ts';
import type { Actor, EventBody } from '../../../../shared/events.ts';
import type {
  ChannelId,
  ConversationId,
  MessageId,
  OperatorId,
  StatusId,
  TemplateId,
} from '../../../../shared/ids.ts';
import type { ReceivedAttachment } from '../../../../shared/received.ts';
import { newId } from '../../../ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { keepSources } from '../../../store/client/message-sources.ts';
import type { StatusChoice } from '../../statuses/service.ts';
import { settleContact } from './append-message.ts';
import { joinReports } from './bounces.ts';
import { mustFindConversation } from '../conversation-rows.ts';
import { appendEvent, lastEventAt, type Scope } from '../history/events.ts';
import { restate } from '../history/history.ts';
import { indexMessages, insertMessage } from './message-rows.ts';
import { ownAddressesOf } from '../threading/own-addresses.ts';
import { statusWord } from '../status-word.ts';

/** A reply of ours that has left through the outbox, to be kept as a message. */
export interface SentReply {
  readonly conversationId: ConversationId;
  readonly channelId: ChannelId;
  readonly operatorId: OperatorId;
  /** Without angle brackets. */
  readonly internetMessageId: string;
  readonly from: Participant;
  readonly to: readonly Participant[];
  readonly cc: readonly Participant[];
  readonly subject: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly text: string;
  /** What it repeats of earlier ones. */
  readonly quotedText?: string;
  /** It went to somebody else than the customer, who still waits. */
  readonly forwarded?: boolean;
  /** In the order in which they stand in `bytes`. */
  readonly attachments: readonly ReceivedAttachment[];
  readonly templateId: TemplateId | null;
  readonly thenStatus: ConversationStatus;
  /** The client's own name within that category; absent or null: the plain status. */
  readonly thenStatusId?: StatusId | null;
  /** Epoch milliseconds when it left; absent: now. */
  readonly at?: number;
}

/** Keeps a reply of ours that has left, inside the caller's transaction; gives the conversation it stands in. */
export function keepSent(scope: Scope, reply: SentReply): ConversationId {
  const { store } = scope;
  const row = mustFindConversation(store, reply.conversationId);
  const known = findSent(store, reply);
  if (known && known.operator_id !== null) return known.conversation_id;

  const actor = { kind: 'operator', id: reply.operatorId } as const;
  const at = known?.sent_at ?? reply.at ?? Math.max(scope.now, lastEventAt(store, row.id) ?? 0);
  const messageId = known?.id ?? newId<MessageId>(scope.now);
  const { templateId } = reply;
  const body: EventBody = reply.forwarded
    ? { type: 'message-forwarded', messageId }
    : { type: 'message-sent', messageId, elsewhere: false, automatic: false, templateId };
  const conversationId = known?.conversation_id ?? row.id;
  if (known) {
    claim(store, { conversationId, messageId, actor, body });
    if (reply.forwarded) markForwarded(store, messageId);
  } else {
    const seq = insertMessage(store, { ...messageOf(reply), id: messageId, at });
    keepSources(store, (keep) => keep(seq, reply));
    indexMessages(store, [seq]);
    if (reply.forwarded) markForwarded(store, messageId);
    appendEvent(scope, { conversationId, segmentId: row.segment_id, at, actor, body });
  }
  restate(scope, conversationId);
  if (!known && row.message_count === 0) settleContact(scope, { id: row.id, own: ownAddressesOf(store) });
  // A forward answers nobody: the conversation stays where it is, unless somebody said where it goes.
  if (!reply.forwarded || reply.thenStatus !== 'waiting')
    settleStatus(scope, {
      id: conversationId,
      status: reply.thenStatus,
      statusId: reply.thenStatusId,
      at,
      actor,
    });
  joinReports(scope, messageId);
  return conversationId;
}

const markForwarded = (store: ClientStore, id: MessageId) =>
  void store
    .prepare('INSERT OR IGNORE INTO forwards (message_seq) SELECT seq FROM messages WHERE id = ?')
    .run(id);

const dedupKeyOf = (reply: SentReply): string => `mid:${reply.internetMessageId}`;

const messageOf = (reply: SentReply) => ({
  conversationId: reply.conversationId,
  channelId: reply.channelId,
  kind: 'outbound' as const,
  operatorId: reply.operatorId,
  from: reply.from,
  to: reply.to,
  cc: reply.cc,
  subject: reply.subject,
  text: reply.text,
  quotedText: reply.quotedText ?? '',
  html: null,
  automatic: false,
  unreadable: false,
  internetMessageId: reply.internetMessageId,
  references: [],
  dedupKey: dedupKeyOf(reply),
  attachments: reply.attachments,
});

interface KnownSent {
  readonly id: MessageId;
  readonly conversation_id: ConversationId;
  /** Known once the reply was recorded; the copy in Sent alone doesn't say it. */
  readonly operator_id: OperatorId | null;
  readonly sent_at: number;
}

const findSent = (store: ClientStore, reply: SentReply): KnownSent | undefined =>
  store
    .prepare(
      'SELECT id, conversation_id, operator_id, sent_at FROM messages WHERE channel_id = ? AND dedup_key = ?',
    )
    .get(reply.channelId, dedupKeyOf(reply)) as KnownSent | undefined;

/** The copy in Sent came first: it is this operator's, and its fact says so from now on. */
function claim(
  store: ClientStore,
  of: {
    conversationId: ConversationId;
    messageId: MessageId;
    actor: { kind: 'operator'; id: OperatorId };
    body: EventBody;
  },
): void {
  store
    .prepare("UPDATE messages SET operator_id = ?, kind = 'outbound' WHERE id = ?")
    .run(of.actor.id, of.messageId);
  store
    .prepare(
      `UPDATE events SET type = ?, actor_kind = 'operator', actor_id = ?, data = ?
       WHERE conversation_id = ? AND type IN ('message-sent', 'message-received') AND data ->> 'messageId' = ?`,
    )
    .run(of.body.type, of.actor.id, JSON.stringify(of.body), of.conversationId, of.messageId);
}

/**
 * What the operator chose for after the reply. A message leaves a conversation waiting by itself; and where the customer
 * has answered since (the reply's fate was known late), that answer counts. A reply that leaves it in its category leaves it
 * its name there, unless it brings another one; that one counts even where it was retired meanwhile.
 */
function settleStatus(
  scope: Scope,
  change: StatusChoice & { id: ConversationId; at: number; actor: Actor },
): void {
  const row = mustFindConversation(scope.store, change.id);
  const isLatest = (lastEventAt(scope.store, row.id) ?? 0) <= change.at;
  const isSo = row.status === change.status && (!change.statusId || row.status_id === change.statusId);
  if (isSo || (change.status === 'waiting' && !isLatest)) return;
  appendEvent(scope, {
    conversationId: row.id,
    segmentId: row.segment_id,
    at: change.at,
    actor: change.actor,
    body: statusWord(scope.store, row, change),
  });
  restate(scope, row.id);
}
