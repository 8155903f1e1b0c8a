import type { ConversationId, MessageId } from '../../../../shared/ids.ts';
import type { CarriedFile } from '../../../../shared/composing.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { isPlaced } from '../../../store/client/placed-sql.ts';

/** More than anybody repeats or hands on in one mail. */
const most = 100;

const columns = [
  'id',
  'kind',
  'from_name',
  'from_address',
  'recipients',
  'subject',
  'body',
  'quote',
  'internet_message_id',
  'sent_at',
] as const;

/** Public messages that people wrote; no delivery reports, and not what was handed on to somebody else. */
const publicOf = (store: ClientStore, conversationId: ConversationId) =>
  store.sql
    .selectFrom('messages')
    .select(columns)
    .where('conversation_id', '=', conversationId)
    .where('kind', '!=', 'note');

/** The newest of a conversation, oldest first. */
export const listQuotable = (store: ClientStore, conversationId: ConversationId) =>
  store
    .all(
      publicOf(store, conversationId)
        .where('automatic', '=', 0)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(selectFrom('forwards').select('message_seq').whereRef('message_seq', '=', 'messages.seq')),
          ),
        )
        .orderBy('sent_at', 'desc')
        .orderBy('seq', 'desc')
        .limit(most),
    )
    .toReversed();
export type QuotableRow = ReturnType<typeof listQuotable>[number];

/** Of these messages those that stand in the conversation, oldest first; a note is never among them. */
export const findQuotable = (
  store: ClientStore,
  { conversationId, ids }: { conversationId: ConversationId; ids: readonly MessageId[] },
): QuotableRow[] =>
  store.all(publicOf(store, conversationId).where('id', 'in', ids).orderBy('sent_at').orderBy('seq'));

/** The customer's, where it is known. */
export const languageOf = (store: ClientStore, conversationId: ConversationId): string | null =>
  store.first(
    store.sql
      .selectFrom('conversations')
      .innerJoin('contacts', 'contacts.id', 'conversations.contact_id')
      .select('contacts.language')
      .where('conversations.id', '=', conversationId),
  )?.language ?? null;

export interface CarriableFile extends Omit<CarriedFile, 'dangerous'> {
  readonly type: string;
  /** Whether the message's own markup names it. */
  readonly placed: 0 | 1;
}

/** Files that came with the conversation's messages, or with some of them, in the order in which they came. */
export const listCarriable = (
  store: ClientStore,
  { conversationId, ids }: { conversationId: ConversationId; ids: readonly MessageId[] | null },
): CarriableFile[] =>
  store
    .prepare(
      `SELECT a.id, a.name, a.type, a.size, ${isPlaced} AS placed
       FROM messages m JOIN attachments a ON a.message_seq = m.seq
       WHERE m.conversation_id = :conversation
         AND (:ids IS NULL OR m.id IN (SELECT value FROM json_each(:ids)))
       ORDER BY m.sent_at, a.part`,
    )
    .all({ conversation: conversationId, ids: ids && JSON.stringify(ids) }) as CarriableFile[];
