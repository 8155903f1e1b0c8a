import type { Identity } from '../../../shared/channels.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import { operatorOf, type Actor } from '../../../shared/events.ts';
import type { ChannelId, ContactId, ConversationId, SegmentId } from '../../../shared/ids.ts';
import { newId } from '../../ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { contactFor } from './contact-queries.ts';
import { insertConversation, mustFindConversation, type ConversationRow } from './conversation-rows.ts';
import { appendEvent, type Scope } from './history/events.ts';
import { addressKeyOf } from './threading/link-rules.ts';

/** What an operator begins: through which channel, with whom, about what. */
export interface Beginning {
  readonly channelId: ChannelId;
  readonly to: Identity;
  readonly subject: string;
}

/**
 * A conversation that is there before its first message has left: the operator's own, in nobody's way and counted
 * nowhere. It is opened, by the operator, when that message leaves (`history-rules.ts`); until then it is only written
 * at, and `abandon` takes it away again.
 */
export function begin(scope: Scope, { channelId, to, subject, actor }: Beginning & { actor: Actor }) {
  const { store, now } = scope;
  const id = newId<ConversationId>(now);
  const segmentId = newId<SegmentId>(now);
  const filing = contactFor(store, { person: to, key: addressKeyOf(to.address), now });
  insertConversation(store, { id, ...filing, channelId, segmentId, at: now });
  const assignee = operatorOf(actor);
  store
    .prepare('UPDATE conversations SET subject = ?, assignee_id = ? WHERE id = ?')
    .run(subject, assignee, id);
  const body = { type: 'assigned', from: null, to: assignee } as const;
  if (assignee) appendEvent(scope, { conversationId: id, segmentId, at: now, actor, body });
  return id;
}

/** Until its first mail says what it is about, its draft does. Gives whether anything changed. */
export function retitle({ store }: Scope, { id, subject }: { id: ConversationId; subject: string }): boolean {
  const changed = store
    .prepare('UPDATE conversations SET subject = ? WHERE id = ? AND message_count = 0 AND subject <> ?')
    .run(subject, id, subject);
  return changed.changes > 0;
}

/** Nothing has been said in it: there is nothing to resolve, and nothing to note about. @throws LiaisonError `conflict` */
export function mustHaveMail(row: ConversationRow): void {
  if (row.message_count === 0) throw new LiaisonError('conflict', { detail: { what: 'conversation' } });
}

/**
 * Takes away a conversation in which nothing was ever said, with the contact if it was made for it. What refers to it
 * (draft, replies taken back) must be gone. Gives whether it was such a one.
 */
export function abandon({ store }: Scope, id: ConversationId): boolean {
  const { message_count: count, contact_id: contactId } = mustFindConversation(store, id);
  if (count > 0) return false;
  store.prepare('DELETE FROM events WHERE conversation_id = ?').run(id);
  store.prepare('DELETE FROM conversation_tags WHERE conversation_id = ?').run(id);
  store.prepare('DELETE FROM conversations WHERE id = ?').run(id);
  forgetStranger(store, contactId);
  return true;
}

/** A conversation with them that was merged away may come back. */
function forgetStranger(store: ClientStore, id: ContactId): void {
  const isKnown = store
    .prepare(
      `SELECT 1 FROM conversations WHERE contact_id = :id
       UNION ALL SELECT 1 FROM contact_changes WHERE contact_id = :id
       UNION ALL SELECT 1 FROM contact_merges WHERE :id IN (from_id, into_id)
       UNION ALL SELECT 1 FROM contacts_kept_apart WHERE :id IN (one_id, other_id)
       UNION ALL SELECT 1 FROM corrections WHERE undone_at IS NULL AND instr(changes, :id) > 0 LIMIT 1`,
    )
    .get({ id });
  if (isKnown) return;
  store.prepare('DELETE FROM identities WHERE contact_id = ?').run(id);
  store.prepare('DELETE FROM contacts WHERE id = ?').run(id);
}
