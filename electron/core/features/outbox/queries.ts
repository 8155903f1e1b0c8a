import type { Selectable } from 'kysely';
import type { ErrorShape } from '../../../shared/errors.ts';
import type { Identity } from '../../../shared/channels.ts';
import type { OutgoingKind } from '../../../shared/composing.ts';
import type { AttachmentId, ChannelId, ContactId, ConversationId, OutboxId } from '../../../shared/ids.ts';
import type { OutboxItem } from '../../../shared/outbox.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { ClientTables } from '../../store/client/tables.ts';
import type { Standing } from './rules.ts';

export type OutboxRow = Omit<Selectable<ClientTables['outbox']>, 'bytes'>;
export type NewOutboxRow = Omit<Selectable<ClientTables['outbox']>, 'seq' | 'looks' | 'restored'>;

/** Everything but the message itself, which may be large. */
export const columns = [
  'seq',
  'id',
  'conversation_id',
  'channel_id',
  'operator_id',
  'kind',
  'draft_revision',
  'identity',
  'recipients',
  'subject',
  'text',
  'template_id',
  'attachment_ids',
  'manner',
  'signature',
  'quote',
  'then_status',
  'then_status_id',
  'internet_message_id',
  'sha256',
  'state',
  'phase',
  'attempts',
  'send_at',
  'not_before',
  'error',
  'looks',
  'restored',
  'filing',
  'filing_attempts',
  'filing_not_before',
  'created_at',
] as const satisfies readonly (keyof OutboxRow)[];

export const findItem = (store: ClientStore, id: OutboxId): OutboxRow | undefined =>
  store.first(store.sql.selectFrom('outbox').select(columns).where('id', '=', id));

export const findItemOfRevision = (
  store: ClientStore,
  conversationId: ConversationId,
  revision: number,
): OutboxRow | undefined =>
  store.first(
    store.sql
      .selectFrom('outbox')
      .select(columns)
      .where('conversation_id', '=', conversationId)
      .where('draft_revision', '=', revision),
  );

export function bytesOf(store: ClientStore, id: OutboxId): Uint8Array {
  const row = store.first(store.sql.selectFrom('outbox').select('bytes').where('id', '=', id));
  return row?.bytes ?? new Uint8Array();
}

/** Of one conversation, or of the whole client what is not over; oldest first. */
export function listItems(store: ClientStore, conversationId: ConversationId | null): OutboxRow[] {
  const query = store.sql.selectFrom('outbox').select(columns).orderBy('seq');
  return conversationId === null
    ? store.all(query.where('state', 'not in', ['sent', 'cancelled']))
    : store.all(query.where('conversation_id', '=', conversationId));
}

/** What the lane may have to work on; `sending` only right after a start. */
export const listOpenItems = (store: ClientStore): OutboxRow[] =>
  store.all(
    store.sql
      .selectFrom('outbox')
      .select(columns)
      .where('state', 'in', ['queued', 'held', 'sending', 'failed', 'unknown'])
      .orderBy('seq'),
  );

export const listUnfiled = (store: ClientStore): OutboxRow[] =>
  store.all(
    store.sql
      .selectFrom('outbox')
      .select(columns)
      .where('state', '=', 'sent')
      .where('filing', '=', 'waiting')
      .orderBy('filing_not_before'),
  );

export function insertItem(store: ClientStore, row: NewOutboxRow): void {
  store.run(store.sql.insertInto('outbox').values(row));
}

/** Writes a step, unless the item has moved meanwhile. */
export function saveStanding(store: ClientStore, row: OutboxRow, to: Standing): boolean {
  const changed = store.run(
    store.sql
      .updateTable('outbox')
      .set({
        state: to.state,
        phase: to.phase,
        attempts: to.attempts,
        not_before: to.notBefore,
        error: to.error === null ? null : JSON.stringify(to.error),
        looks: to.looks,
      })
      .where('id', '=', row.id)
      .where('state', '=', row.state)
      .where('attempts', '=', row.attempts),
  );
  return changed === 1;
}

export function saveFiling(
  store: ClientStore,
  id: OutboxId,
  filing: { filing: OutboxItem['filing']; attempts: number; notBefore: number },
): void {
  store.run(
    store.sql
      .updateTable('outbox')
      .set({ filing: filing.filing, filing_attempts: filing.attempts, filing_not_before: filing.notBefore })
      .where('id', '=', id),
  );
}

/** The bytes of what is sent and filed stand with the message; a second copy would only fill the disk. */
export function dropBytes(store: ClientStore, id: OutboxId): void {
  store.run(
    store.sql
      .updateTable('outbox')
      .set({ bytes: Buffer.alloc(0) })
      .where('id', '=', id),
  );
}

export function markRestored(store: ClientStore, id: OutboxId): void {
  store.run(store.sql.updateTable('outbox').set({ restored: 1 }).where('id', '=', id));
}

/** Failed replies whose text is back in the draft: the reply that is sent now takes their place. */
export function supersedeRestored(
  store: ClientStore,
  { conversationId, kind }: { conversationId: ConversationId; kind: OutgoingKind },
): void {
  store.run(
    store.sql
      .updateTable('outbox')
      .set({ state: 'cancelled' })
      .where('conversation_id', '=', conversationId)
      .where('kind', '=', kind)
      .where('state', '=', 'failed')
      .where('restored', '=', 1),
  );
}

/** The highest draft revision that was ever sent in a conversation; 0 where none was. */
export function highestSentRevision(store: ClientStore, conversationId: ConversationId): number {
  const row = store.first(
    store.sql
      .selectFrom('outbox')
      .select(({ fn }) => fn.max('draft_revision').as('highest'))
      .where('conversation_id', '=', conversationId),
  );
  return row?.highest ?? 0;
}

export const standingOf = (row: OutboxRow): Standing => ({
  state: row.state,
  phase: row.phase,
  attempts: row.attempts,
  notBefore: row.not_before,
  error: errorOf(row),
  looks: row.looks,
});

export const errorOf = (row: Pick<OutboxRow, 'error'>): ErrorShape | null =>
  row.error === null ? null : (JSON.parse(row.error) as ErrorShape);

/** Whether the store itself proves that a message of ours left: a copy of it came in, somebody answered it, or it came back. */
export function isMentionedHere(store: ClientStore, internetMessageId: string): boolean {
  const copy = store.sql
    .selectFrom('messages')
    .select('seq')
    .where('internet_message_id', '=', internetMessageId);
  const answer = store.sql
    .selectFrom('message_references')
    .select('message_seq')
    .where('internet_message_id', '=', internetMessageId);
  const report = store.sql
    .selectFrom('bounces')
    .select('report_seq')
    .where('internet_message_id', '=', internetMessageId);
  return (
    store.first(copy.limit(1)) !== undefined ||
    store.first(answer.limit(1)) !== undefined ||
    store.first(report.limit(1)) !== undefined
  );
}

interface KeptAttachment {
  readonly id: AttachmentId;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly file: string;
}

export const listAttachments = (store: ClientStore, conversationId: ConversationId): KeptAttachment[] =>
  store.all(
    store.sql
      .selectFrom('outgoing_attachments')
      .select(['id', 'name', 'type', 'size', 'file'])
      .where('conversation_id', '=', conversationId)
      .orderBy('created_at')
      .orderBy('id'),
  );

export function insertAttachment(
  store: ClientStore,
  file: KeptAttachment & { conversationId: ConversationId; now: number },
): void {
  const { id, name, type, size } = file;
  store.run(
    store.sql.insertInto('outgoing_attachments').values({
      id,
      conversation_id: file.conversationId,
      name,
      type,
      size,
      file: file.file,
      created_at: file.now,
    }),
  );
}

export function deleteAttachment(store: ClientStore, id: AttachmentId): void {
  store.run(store.sql.deleteFrom('outgoing_attachments').where('id', '=', id));
}

export const findConversation = (
  store: ClientStore,
  id: ConversationId,
):
  | {
      id: ConversationId;
      channel_id: ChannelId;
      contact_id: ContactId;
      origin_id: ContactId | null;
      subject: string;
      message_count: number;
    }
  | undefined =>
  store.first(
    store.sql
      .selectFrom('conversations')
      .select(['id', 'channel_id', 'contact_id', 'origin_id', 'subject', 'message_count'])
      .where('id', '=', id),
  );

/** Whom a conversation is with: the contact by itself, whatever it was merged into. */
export const findContact = (store: ClientStore, id: ContactId): Identity | undefined =>
  store.first(
    store.sql
      .selectFrom('contacts')
      .innerJoin('identities', (join) =>
        join.on((on) =>
          on.or([
            on('identities.origin_id', '=', id),
            on.and([on('identities.contact_id', '=', id), on('identities.origin_id', 'is', null)]),
          ]),
        ),
      )
      .select(['contacts.name', 'identities.address'])
      .where('contacts.id', '=', id)
      .orderBy('identities.address'),
  );

/** Removes the replies that were taken back; false where there are others, and leaves all. */
export function deleteCancelled(store: ClientStore, conversationId: ConversationId): boolean {
  if (listItems(store, conversationId).some((row) => row.state !== 'cancelled')) return false;
  store.run(store.sql.deleteFrom('outbox').where('conversation_id', '=', conversationId));
  return true;
}
