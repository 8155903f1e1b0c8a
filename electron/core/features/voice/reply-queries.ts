import type { ChannelKind } from '../../../shared/channels.ts';
import type { ConversationId, OperatorId } from '../../../shared/ids.ts';
import type { OthersWords } from '../../../shared/voice/written.ts';
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

/** More than anybody goes on from. */
const mostSaid = 100;
const longestSaid = 100_000;

/**
 * What was said in a conversation: whoever repeats it in a reply does not say it themselves. Message by message, the newest
 * of a long one, with what each quoted; and under which subjects.
 *
 * @param before `seq` of the message that goes on from it; else all of it counts
 */
export function saidIn(
  store: ClientStore,
  id: ConversationId,
  before = Number.MAX_SAFE_INTEGER,
): Pick<OthersWords, 'said' | 'subjects'> {
  const rows = store.all(
    store.sql
      .selectFrom('messages')
      .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
      .select(['messages.subject', 'messages.body', 'messages.quote', 'conversations.subject as about'])
      .where('messages.conversation_id', '=', id)
      .where('messages.kind', '!=', 'note')
      .where('messages.seq', '<', before)
      .orderBy('messages.seq', 'desc')
      .limit(mostSaid),
  );
  return {
    said: rows.map(({ body, quote }) => `${body}\n${quote}`.slice(0, longestSaid)),
    subjects: [...new Set(rows.flatMap(({ subject, about }) => [subject, about]))],
  };
}

/** What somebody sent. */
export interface SentWords {
  readonly conversation_id: ConversationId;
  readonly seq: number;
  readonly body: string;
  /** As it was written here, and what stood below it; null of what came from another program. */
  readonly text: string | null;
  readonly signature: string | null;
  readonly sent_at: number;
}

export interface SentRow extends ReplyPlace, SentWords {}

const sentByPeople = (store: ClientStore) =>
  store.sql
    .selectFrom('messages')
    .leftJoin('outbox', 'outbox.internet_message_id', 'messages.internet_message_id')
    .select([
      'messages.conversation_id',
      'messages.seq',
      'messages.body',
      'outbox.text',
      'outbox.signature',
      'messages.sent_at',
    ])
    .where('messages.kind', '=', 'outbound')
    .where('messages.automatic', '=', 0);

/** What was sent last by people, newest first. */
export const listSent = (store: ClientStore, most: number): SentRow[] =>
  store.all(
    sentByPeople(store)
      .innerJoin('channels', 'channels.id', 'messages.channel_id')
      .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
      .innerJoin('contacts', 'contacts.id', 'conversations.contact_id')
      .select(['channels.kind as channel', 'contacts.language'])
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
    sentByPeople(store)
      .select(['messages.internet_message_id', 'messages.operator_id'])
      .where(
        'messages.internet_message_id',
        'not in',
        store.sql.selectFrom('voice_scores').select('internet_message_id'),
      )
      .orderBy('messages.seq'),
  );
