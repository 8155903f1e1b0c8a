import { operatorOf, type Actor, type EventBody } from '../../../shared/events.ts';
import type { ConversationId, MessageId, OperatorId, SegmentId } from '../../../shared/ids.ts';
import { newId } from '../../ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { mustBeOffered, type StatusChoice } from '../statuses/service.ts';
import { mustHaveMail } from './begin.ts';
import { mustFindConversation } from './conversation-rows.ts';
import { appendEvent, lastEventAt, type Scope } from './history/events.ts';
import { restate } from './history/history.ts';
import { indexMessages, insertMessage } from './intake/message-rows.ts';
import { mustHaveFields } from './required-fields.ts';
import { statusWord } from './status-word.ts';

export interface Fact {
  readonly id: ConversationId;
  readonly actor: Actor;
  readonly body: EventBody;
  /** Epoch milliseconds, for what is told later. */
  readonly at?: number | undefined;
}

/**
 * Appends what somebody did. Told without a time it is the newest fact: a server's clock that runs ahead of ours must
 * not put a customer's mail after what the operator did with it. Told with a time, it stands in the segment of that time.
 */
export function addFact(scope: Scope, fact: Fact): void {
  const { store } = scope;
  const row = mustFindConversation(store, fact.id);
  const newest = lastEventAt(store, fact.id) ?? 0;
  const at = fact.at ?? Math.max(scope.now, newest);
  const segmentId = at >= newest ? row.segment_id : (segmentAt(store, { id: fact.id, at }) ?? row.segment_id);
  appendEvent(scope, { conversationId: fact.id, segmentId, at, actor: fact.actor, body: fact.body });
  if (fact.body.type === 'status-changed' || fact.body.type === 'message-bounced') restate(scope, fact.id);
}

/** The segment in force at that time, or the first one. */
function segmentAt(
  store: ClientStore,
  { id, at }: { id: ConversationId; at: number },
): SegmentId | undefined {
  const row = store
    .prepare(
      `SELECT segment_id FROM events WHERE conversation_id = ? AND type = 'opened'
       ORDER BY at <= ? DESC, CASE WHEN at <= ? THEN -at ELSE at END, seq DESC LIMIT 1`,
    )
    .get(id, at, at) as { segment_id: SegmentId } | undefined;
  return row?.segment_id;
}

export interface StatusChange extends StatusChoice {
  /** Of a snooze: epoch milliseconds; null: until the customer writes. */
  readonly until?: number | null;
  readonly at?: number | undefined;
}

/** Gives whether anything changed. @throws LiaisonError `not-found` for a name that is not offered (any more) */
export function changeStatus(
  scope: Scope,
  change: { id: ConversationId; actor: Actor } & StatusChange,
): boolean {
  const row = mustFindConversation(scope.store, change.id);
  const { status, statusId = null, until } = change;
  if (row.status === status && row.status_id === statusId && until === undefined) return false;
  mustHaveMail(row);
  mustBeOffered(scope.store, change);
  if (status === 'resolved' && row.status !== status) mustHaveFields(scope.store, change.id);
  const snooze = until === undefined ? {} : { until };
  const body: EventBody = { ...statusWord(scope.store, row, change), ...snooze };
  addFact(scope, { id: change.id, actor: change.actor, body, at: change.at });
  return true;
}

export function changeAssignee(
  scope: Scope,
  change: { id: ConversationId; actor: Actor; to: OperatorId | null; at?: number | undefined },
): boolean {
  const row = mustFindConversation(scope.store, change.id);
  if (row.assignee_id === change.to) return false;
  scope.store.prepare('UPDATE conversations SET assignee_id = ? WHERE id = ?').run(change.to, change.id);
  const body: EventBody = { type: 'assigned', from: row.assignee_id, to: change.to };
  addFact(scope, { id: change.id, actor: change.actor, body, at: change.at });
  return true;
}

export function changeTag(
  scope: Scope,
  change: { id: ConversationId; actor: Actor; tag: string; on: boolean; at?: number | undefined },
): boolean {
  mustFindConversation(scope.store, change.id);
  const { tag, on } = change;
  const statement = on
    ? 'INSERT OR IGNORE INTO conversation_tags (conversation_id, tag) VALUES (?, ?)'
    : 'DELETE FROM conversation_tags WHERE conversation_id = ? AND tag = ?';
  if (scope.store.prepare(statement).run(change.id, tag).changes === 0) return false;
  const body: EventBody = on ? { type: 'tagged', tag } : { type: 'untagged', tag };
  addFact(scope, { id: change.id, actor: change.actor, body, at: change.at });
  return true;
}

/** A note is kept and searched like a message, but no customer ever sees it and it moves no clock. */
export function addNote(
  scope: Scope,
  note: { id: ConversationId; actor: Actor; text: string; at?: number | undefined },
): MessageId {
  const row = mustFindConversation(scope.store, note.id);
  mustHaveMail(row);
  const id = newId<MessageId>(scope.now);
  const at = note.at ?? Math.max(scope.now, lastEventAt(scope.store, note.id) ?? 0);
  const seq = insertMessage(scope.store, {
    id,
    conversationId: note.id,
    channelId: row.channel_id,
    kind: 'note',
    operatorId: operatorOf(note.actor),
    from: { name: '', address: '' },
    to: [],
    cc: [],
    subject: '',
    text: note.text,
    quotedText: '',
    html: null,
    automatic: false,
    unreadable: false,
    internetMessageId: null,
    references: [],
    dedupKey: `note:${id}`,
    at,
    attachments: [],
  });
  indexMessages(scope.store, [seq]);
  addFact(scope, { id: note.id, actor: note.actor, body: { type: 'note-added', messageId: id }, at });
  return id;
}

/** Tags in use, most used first. */
export const tagsInUse = (store: ClientStore): string[] =>
  (
    store
      .prepare('SELECT tag FROM conversation_tags GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 500')
      .all() as { tag: string }[]
  ).map((row) => row.tag);
