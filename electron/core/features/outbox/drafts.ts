import type { Selectable } from 'kysely';
import type { Identity } from '../../../shared/channels.ts';
import type { AttachmentId, ConversationId, OperatorId } from '../../../shared/ids.ts';
import type { Draft, Recipients } from '../../../shared/outbox.ts';
import { toInstant } from '../../../shared/time.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { ClientTables } from '../../store/client/tables.ts';
import {
  deleteAttachment,
  highestSentRevision,
  listAttachments,
  markRestored,
  type OutboxRow,
} from './queries.ts';

type DraftRow = Selectable<ClientTables['drafts']>;

type DraftContent = Omit<Draft, 'revision' | 'savedAt'>;

export const findDraft = (store: ClientStore, conversationId: ConversationId): DraftRow | undefined =>
  store.first(store.sql.selectFrom('drafts').selectAll().where('conversation_id', '=', conversationId));

/**
 * The revision that the next save gets. It grows over drafts and sent replies alike, because a revision that comes back
 * would make a new reply look like the second click on an old one. One is left free for a send without a save.
 */
export function nextRevision(store: ClientStore, conversationId: ConversationId): number {
  const current = findDraft(store, conversationId)?.revision ?? 0;
  return Math.max(current, firstFreeRevision(store, conversationId)) + 1;
}

/** The revision of a reply that is sent without having been saved. */
export const firstFreeRevision = (store: ClientStore, conversationId: ConversationId): number =>
  highestSentRevision(store, conversationId) + 1;

export function putDraft(
  store: ClientStore,
  draft: DraftContent & { conversationId: ConversationId; operatorId: OperatorId; now: number },
): Draft {
  const revision = nextRevision(store, draft.conversationId);
  const values = {
    conversation_id: draft.conversationId,
    operator_id: draft.operatorId,
    identity: JSON.stringify(draft.identity),
    recipients: JSON.stringify(draft.recipients),
    subject: draft.subject,
    text: draft.text,
    template_id: draft.templateId,
    attachment_ids: JSON.stringify(draft.attachmentIds),
    revision,
    saved_at: draft.now,
  };
  const { conversation_id: _, ...changes } = values;
  store.run(
    store.sql
      .insertInto('drafts')
      .values(values)
      .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(changes)),
  );
  return presentDraft(values);
}

export function removeDraft(store: ClientStore, conversationId: ConversationId): void {
  store.run(store.sql.deleteFrom('drafts').where('conversation_id', '=', conversationId));
}

export const presentDraft = (row: DraftRow): Draft => ({
  text: row.text,
  identity: JSON.parse(row.identity) as Identity,
  recipients: JSON.parse(row.recipients) as Recipients,
  subject: row.subject,
  templateId: row.template_id,
  attachmentIds: JSON.parse(row.attachment_ids) as AttachmentId[],
  revision: row.revision,
  savedAt: toInstant(row.saved_at),
});

/** A draft that says nothing may be replaced; one that does is somebody's work. */
export const isEmptyDraft = (row: DraftRow | undefined): boolean =>
  row === undefined || (row.text.trim() === '' && row.attachment_ids === '[]');

/** Puts an item's words back into the composer, unless other words stand there. */
export function restoreDraft(store: ClientStore, row: OutboxRow, now: number): boolean {
  if (!isEmptyDraft(findDraft(store, row.conversation_id))) return false;
  putDraft(store, {
    conversationId: row.conversation_id,
    operatorId: row.operator_id,
    identity: JSON.parse(row.identity) as Identity,
    recipients: JSON.parse(row.recipients) as Recipients,
    subject: row.subject,
    text: row.text,
    templateId: row.template_id,
    attachmentIds: attachmentIdsOf(row),
    now,
  });
  markRestored(store, row.id);
  return true;
}

export const attachmentIdsOf = (row: Pick<OutboxRow, 'attachment_ids'>): AttachmentId[] =>
  JSON.parse(row.attachment_ids) as AttachmentId[];

/** Removes attachments that neither the draft nor a reply on its way still needs. Call it outside a transaction. */
export function dropUnusedAttachments(
  store: ClientStore,
  { conversationId, among }: { conversationId: ConversationId; among: readonly AttachmentId[] | 'all' },
): void {
  const needed = neededAttachments(store, conversationId);
  for (const kept of listAttachments(store, conversationId)) {
    if (needed.has(kept.id) || (among !== 'all' && !among.includes(kept.id))) continue;
    deleteAttachment(store, kept.id);
    store.files.remove(kept.file);
  }
}

function neededAttachments(store: ClientStore, conversationId: ConversationId): Set<AttachmentId> {
  const open = store.sql
    .selectFrom('outbox')
    .select('attachment_ids')
    .where('conversation_id', '=', conversationId)
    .where('state', 'not in', ['sent', 'cancelled']);
  const draft = findDraft(store, conversationId);
  const rows = draft ? [...store.all(open), draft] : store.all(open);
  return new Set(rows.flatMap(attachmentIdsOf));
}
