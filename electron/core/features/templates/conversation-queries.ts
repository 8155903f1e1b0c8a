import type { ChannelKind } from '../../../shared/channels.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

export interface ConversationFacts {
  readonly subject: string;
  readonly status: string;
  readonly createdAt: number;
  readonly channel: string;
  readonly channelKind: ChannelKind;
  readonly customerName: string;
  readonly customerLanguage: string | null;
  readonly customerEmail: string | null;
  readonly tags: readonly string[];
}

/** What a template may say about a conversation and its customer. */
export function conversationFacts(store: ClientStore, id: ConversationId): ConversationFacts | undefined {
  const row = store.first(
    store.sql
      .selectFrom('conversations')
      .innerJoin('contacts', 'contacts.id', 'conversations.contact_id')
      .innerJoin('channels', 'channels.id', 'conversations.channel_id')
      .select(['conversations.subject', 'conversations.status', 'conversations.created_at', 'contact_id'])
      .select(['contacts.name as customer_name', 'contacts.language'])
      .select(['channels.name as channel_name', 'channels.kind as channel_kind'])
      .where('conversations.id', '=', id),
  );
  if (!row) return undefined;
  const identity = store.first(
    store.sql
      .selectFrom('identities')
      .select('address')
      .where('contact_id', '=', row.contact_id)
      .orderBy('address')
      .limit(1),
  );
  const tags = store.all(
    store.sql.selectFrom('conversation_tags').select('tag').where('conversation_id', '=', id).orderBy('tag'),
  );
  return {
    subject: row.subject,
    status: row.status,
    createdAt: row.created_at,
    channel: row.channel_name,
    channelKind: row.channel_kind,
    customerName: row.customer_name,
    customerLanguage: row.language,
    customerEmail: identity?.address ?? null,
    tags: tags.map(({ tag }) => tag),
  };
}

/** What the customer wrote last, newest first: as far as a person would read to know what it is about. */
export function customerWords(
  store: ClientStore,
  of: { id: ConversationId; before?: number; messages: number; characters: number },
): string[] {
  const query = store.sql
    .selectFrom('messages')
    .select(['subject', 'body'])
    .where('conversation_id', '=', of.id)
    .where('kind', '=', 'inbound')
    .where('automatic', '=', 0)
    .orderBy('seq', 'desc')
    .limit(of.messages);
  const rows = store.all(of.before === undefined ? query : query.where('sent_at', '<=', of.before));
  return rows.map(({ subject, body }) => `${subject}\n${body.slice(0, of.characters)}`);
}
