import type { Selectable } from 'kysely';
import type { Identity } from '../../../../shared/channels.ts';
import type { DraftKind, DraftSeen, Manner, OutgoingKind } from '../../../../shared/composing.ts';
import type { AttachmentId, ConversationId, OperatorId } from '../../../../shared/ids.ts';
import type { Draft, Recipients } from '../../../../shared/outbox.ts';
import { toInstant } from '../../../../shared/time.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { ClientTables } from '../../../store/client/tables.ts';
import type { Claims } from '../../claims/service.ts';
import {
  deleteAttachment,
  highestSentRevision,
  listAttachments,
  markRestored,
  type OutboxRow,
} from '../queries.ts';
import { listTakenBack, waitAgain } from '../taken-back-queries.ts';

type DraftRow = Selectable<ClientTables['drafts']>;
type Words = Pick<OutboxRow, 'text' | 'manner'>;

type DraftContent = Omit<Draft, 'kind' | 'revision' | 'savedAt'>;

/** A conversation has one draft of each kind. */
export interface DraftKey {
  readonly conversationId: ConversationId;
  readonly kind: DraftKind;
}

export const draftKeyOf = (row: Pick<OutboxRow, 'conversation_id' | 'kind'>): DraftKey => ({
  conversationId: row.conversation_id,
  kind: row.kind,
});

export const listDrafts = (store: ClientStore, conversationId: ConversationId): DraftRow[] =>
  store.all(
    store.sql
      .selectFrom('drafts')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .orderBy('saved_at', 'desc'),
  );

export const findDraft = (store: ClientStore, { conversationId, kind }: DraftKey): DraftRow | undefined =>
  store.first(
    store.sql
      .selectFrom('drafts')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .where('kind', '=', kind),
  );

/**
 * The revision that the next save gets. It grows over drafts and sent replies alike, because a revision that comes back
 * would make a new reply look like the second click on an old one. One is left free for a send without a save.
 */
export const nextRevision = (store: ClientStore, conversationId: ConversationId): number =>
  firstFreeRevision(store, conversationId) + 1;

/** The revision of a reply that is sent without having been saved. */
export const firstFreeRevision = (store: ClientStore, conversationId: ConversationId): number => {
  const drafted = listDrafts(store, conversationId).map(({ revision }) => revision);
  return Math.max(highestSentRevision(store, conversationId), ...drafted) + 1;
};

export function putDraft(store: ClientStore, draft: DraftContent & DraftKey & { now: number }): DraftRow {
  const revision = nextRevision(store, draft.conversationId);
  const values = {
    conversation_id: draft.conversationId,
    kind: draft.kind,
    operator_id: draft.operatorId,
    identity: JSON.stringify(draft.identity),
    recipients: JSON.stringify(draft.recipients),
    subject: draft.subject,
    text: draft.text,
    template_id: draft.templateId,
    attachment_ids: JSON.stringify(draft.attachmentIds),
    manner: JSON.stringify(draft.manner),
    revision,
    saved_at: draft.now,
  };
  const { conversation_id: _, kind: __, ...changes } = values;
  store.run(
    store.sql
      .insertInto('drafts')
      .values(values)
      .onConflict((conflict) => conflict.columns(['conversation_id', 'kind']).doUpdateSet(changes)),
  );
  return values;
}

/** The newest revision that whoever writes knows of; null or absent: nobody can say. */
export interface SeenUpTo {
  readonly seen?: number | null;
}

/** Before a draft is saved over or discarded: what an undo has put there unseen is not lost by that. */
export function keepUnseen(store: ClientStore, { seen, ...key }: DraftKey & SeenUpTo): void {
  const standing = findDraft(store, key);
  if (!standing || standing.revision <= (seen ?? Number.POSITIVE_INFINITY)) return;
  waitAgain(store, standing);
}

export function removeDraft(store: ClientStore, { conversationId, kind }: DraftKey): void {
  store.run(
    store.sql.deleteFrom('drafts').where('conversation_id', '=', conversationId).where('kind', '=', kind),
  );
}

export const presentDraft = (row: DraftRow & { readonly kind: OutgoingKind }): Draft => ({
  kind: row.kind,
  operatorId: row.operator_id,
  manner: JSON.parse(row.manner) as Manner,
  text: row.text,
  identity: JSON.parse(row.identity) as Identity,
  recipients: JSON.parse(row.recipients) as Recipients,
  subject: row.subject,
  templateId: row.template_id,
  attachmentIds: JSON.parse(row.attachment_ids) as AttachmentId[],
  revision: row.revision,
  savedAt: toInstant(row.saved_at),
});

/** What others see of it. */
export const presentSeen = ({ kind, operator_id: operatorId, text, saved_at: at }: DraftRow): DraftSeen => ({
  kind,
  operatorId,
  text,
  savedAt: toInstant(at),
});

/** Whether somebody has written in it: above what is handed on, or into that. */
export const isWritten = (row: Words): boolean =>
  row.text.trim() !== '' || mannerOf(row).original !== undefined;

/** Whether what is said is the same, above what is handed on and within it. */
export const saysTheSame = (one: Words, other: Words): boolean =>
  one.text === other.text && mannerOf(one).original === mannerOf(other).original;

/** A draft that says nothing may be replaced; one that does is somebody's work. */
export const isEmptyDraft = (row: DraftRow | undefined): boolean =>
  row === undefined || (!isWritten(row) && row.attachment_ids === '[]');

/** Whether a person's words may take its place: what a rule has filled and nobody has touched is nobody's work. */
export const givesWay = (row: DraftRow | undefined): boolean =>
  isEmptyDraft(row) || row?.operator_id === null;

/** One transaction in which an item's words may come back: the draft that gives way to them goes with its files. */
export function restoring<Done>(store: ClientStore, row: OutboxRow, work: () => Done): Done {
  const draft = findDraft(store, draftKeyOf(row));
  const done = store.transaction(work);
  const among = draft && givesWay(draft) ? attachmentIdsOf(draft) : [];
  if (among.length > 0) dropUnusedAttachments(store, { conversationId: row.conversation_id, among });
  return done;
}

interface Restoring {
  readonly claims: Pick<Claims, 'holderOf'>;
  /** Whose open composer may be there. */
  readonly by: OperatorId;
  readonly now: number;
}

/**
 * Puts an item's words back into the composer, unless words of somebody stand there, or a colleague writes some who would
 * save over them. Call it while `restoring`.
 */
export function restoreDraft(store: ClientStore, row: OutboxRow, { claims, by, now }: Restoring): boolean {
  if (!givesWay(findDraft(store, draftKeyOf(row)))) return false;
  if ((claims.holderOf(store, row.conversation_id) ?? by) !== by) return false;
  putDraft(store, {
    ...draftKeyOf(row),
    operatorId: row.operator_id,
    identity: JSON.parse(row.identity) as Identity,
    recipients: JSON.parse(row.recipients) as Recipients,
    subject: row.subject,
    text: row.text,
    templateId: row.template_id,
    attachmentIds: attachmentIdsOf(row),
    manner: mannerOf(row),
    now,
  });
  markRestored(store, row.id);
  return true;
}

export const mannerOf = (row: Pick<OutboxRow, 'manner'>): Manner => JSON.parse(row.manner) as Manner;

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
  const waiting = listTakenBack(store, conversationId);
  const rows = [...store.all(open), ...waiting, ...listDrafts(store, conversationId)];
  return new Set(rows.flatMap(attachmentIdsOf));
}
