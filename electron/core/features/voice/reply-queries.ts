import type { ChannelKind } from '../../../shared/channels.ts';
import type { OutgoingKind } from '../../../shared/composing.ts';
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

interface Said {
  readonly conversationId: ConversationId;
  /** `seq` of the message that goes on from it; left out: all of it counts. */
  readonly before?: number;
}

const publicIn = (store: ClientStore, { conversationId, before = Number.MAX_SAFE_INTEGER }: Said) =>
  store.sql
    .selectFrom('messages')
    .where('messages.conversation_id', '=', conversationId)
    .where('messages.kind', '!=', 'note')
    .where('messages.seq', '<', before)
    .orderBy('messages.seq', 'desc')
    .limit(mostSaid);

/**
 * What was said in a conversation: whoever repeats it in a reply does not say it themselves. Message by message, the newest
 * of a long one, with what each quoted.
 */
export const wordsIn = (store: ClientStore, said: Said): OthersWords['said'] =>
  store
    .all(publicIn(store, said).select(['body', 'quote']))
    .map(({ body, quote }) => `${body}\n${quote}`.slice(0, longestSaid));

/** Under which subjects it was said; none where nothing was. */
export function subjectsIn(store: ClientStore, said: Said): OthersWords['subjects'] {
  const rows = store.all(
    publicIn(store, said)
      .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
      .select(['messages.subject', 'conversations.subject as about']),
  );
  return [...new Set(rows.flatMap(({ subject, about }) => [subject, about]))];
}

export const saidIn = (
  store: ClientStore,
  conversationId: ConversationId,
): Pick<OthersWords, 'said' | 'subjects'> => ({
  said: wordsIn(store, { conversationId }),
  subjects: subjectsIn(store, { conversationId }),
});

/** What somebody sent. */
export interface SentWords {
  readonly conversation_id: ConversationId;
  readonly seq: number;
  readonly subject: string;
  readonly body: string;
  /** As it was written here, what stood below it, and how it was made; null of what came from another program. */
  readonly text: string | null;
  readonly signature: string | null;
  readonly kind: OutgoingKind | null;
  readonly manner: Json | null;
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
      'messages.subject',
      'messages.body',
      'outbox.text',
      'outbox.signature',
      'outbox.kind',
      'outbox.manner',
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
