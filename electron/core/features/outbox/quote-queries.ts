import type { ConversationId, MessageId } from '../../../shared/ids.ts';
import type { CarriedFile } from '../../../shared/composing.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

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

export type CarriableFile = Omit<CarriedFile, 'dangerous'> & { readonly type: string };

/** Files that came with the conversation's messages, or with some of them; pictures inside a mail's text are left out. */
export function listCarriable(
  store: ClientStore,
  { conversationId, ids }: { conversationId: ConversationId; ids: readonly MessageId[] | null },
): CarriableFile[] {
  const query = store.sql
    .selectFrom('attachments')
    .innerJoin('messages', 'messages.seq', 'attachments.message_seq')
    .select(['attachments.id', 'attachments.name', 'attachments.type', 'attachments.size'])
    .where('messages.conversation_id', '=', conversationId)
    .where('attachments.inline', '=', 0)
    .orderBy('messages.sent_at')
    .orderBy('attachments.part');
  return store.all(ids === null ? query : query.where('messages.id', 'in', ids));
}
