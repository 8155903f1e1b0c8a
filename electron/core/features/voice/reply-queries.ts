import type { ChannelKind } from '../../../shared/channels.ts';
import type { ConversationId, OperatorId } from '../../../shared/ids.ts';
import type { Json } from '../../store/client/column-types.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

/** Where a conversation's replies go, and in which language. */
export interface ReplyPlace {
  readonly channel: ChannelKind;
  readonly language: string | null;
}

export const placeOf = (store: ClientStore, id: ConversationId): ReplyPlace | undefined =>
  store.first(
    store.sql
      .selectFrom('conversations')
      .innerJoin('channels', 'channels.id', 'conversations.channel_id')
      .innerJoin('contacts', 'contacts.id', 'conversations.contact_id')
      .select(['channels.kind as channel', 'contacts.language'])
      .where('conversations.id', '=', id),
  );

/** The client's wall clock; UTC where none is defined. */
export const timeZoneOf = (store: ClientStore): string =>
  store.first(store.sql.selectFrom('calendars').select('time_zone').orderBy('version', 'desc').limit(1))
    ?.time_zone ?? 'UTC';

export interface SentRow extends ReplyPlace {
  readonly conversation_id: ConversationId;
  readonly body: string;
  readonly sent_at: number;
}

/** What was sent last by people, newest first. */
export const listSent = (store: ClientStore, most: number): SentRow[] =>
  store.all(
    store.sql
      .selectFrom('messages')
      .innerJoin('channels', 'channels.id', 'messages.channel_id')
      .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
      .innerJoin('contacts', 'contacts.id', 'conversations.contact_id')
      .select([
        'messages.conversation_id',
        'messages.body',
        'messages.sent_at',
        'channels.kind as channel',
        'contacts.language',
      ])
      .where('messages.kind', '=', 'outbound')
      .where('messages.automatic', '=', 0)
      .orderBy('messages.seq', 'desc')
      .limit(most),
  );

export interface ScoreRow {
  readonly internet_message_id: string;
  readonly conversation_id: ConversationId;
  readonly operator_id: OperatorId;
  readonly guide_version: number;
  readonly words: number;
  readonly issues: number;
  readonly checks: Json;
  readonly ignored: Json;
  readonly overridden: 0 | 1;
  readonly at: number;
}

export const insertScore = (store: ClientStore, row: ScoreRow): void =>
  void store.run(store.sql.insertInto('voice_scores').values(row));

export const findScore = (store: ClientStore, internetMessageId: string): ScoreRow | undefined =>
  store.first(
    store.sql.selectFrom('voice_scores').selectAll().where('internet_message_id', '=', internetMessageId),
  );

/** What people sent that has no score, oldest first. */
export const listUnscored = (store: ClientStore) =>
  store.all(
    store.sql
      .selectFrom('messages')
      .select([
        'internet_message_id',
        'conversation_id',
        'operator_id',
        'body as text',
        'sent_at as created_at',
      ])
      .where('kind', '=', 'outbound')
      .where('automatic', '=', 0)
      .where(
        'internet_message_id',
        'not in',
        store.sql.selectFrom('voice_scores').select('internet_message_id'),
      )
      .orderBy('seq'),
  );
