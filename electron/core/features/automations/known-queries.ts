import type { Actor, EventBody } from '../../../shared/events.ts';
import type { TextPlace } from '../../../shared/automation-words.ts';
import type { ChannelId, ConversationId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { occasionTypes } from './occasion-rules.ts';

/** Longer mail says what it is about before that. */
const longestText = 20_000;

interface SaidRow {
  readonly channel_id: ChannelId;
  readonly has_attachments: 0 | 1;
  readonly subject: string | null;
  readonly body: string | null;
  readonly sender: string | null;
  readonly recipients: string | null;
}

/** What was said last: the customer's newest message, or the newest of all. */
export function readSaid(
  store: ClientStore,
  id: ConversationId,
): { channelId: ChannelId; texts: Record<TextPlace, string>; hasAttachment: boolean } | undefined {
  const row = store
    .prepare(
      `SELECT c.channel_id, c.has_attachments, m.subject, substr(m.body, 1, ${longestText}) AS body,
         m.from_name || ' ' || m.from_address AS sender, m.recipients
       FROM conversations c LEFT JOIN messages m ON m.seq = (
         SELECT seq FROM messages WHERE conversation_id = c.id AND kind <> 'note'
         ORDER BY kind = 'inbound' DESC, sent_at DESC, seq DESC LIMIT 1)
       WHERE c.id = ?`,
    )
    .get(id) as SaidRow | undefined;
  return (
    row && {
      channelId: row.channel_id,
      hasAttachment: row.has_attachments === 1,
      texts: {
        subject: row.subject ?? '',
        body: row.body ?? '',
        from: row.sender ?? '',
        to: row.recipients === null ? '' : namesIn(row.recipients),
      },
    }
  );
}

function namesIn(recipients: string): string {
  const { to, cc } = JSON.parse(recipients) as Record<'to' | 'cc', { name: string; address: string }[]>;
  return [...to, ...cc].map(({ name, address }) => `${name} ${address}`.trim()).join('\n');
}

export interface FactRow {
  readonly seq: number;
  readonly id: string;
  readonly at: number;
  readonly conversationId: ConversationId;
  readonly actor: Actor['kind'];
  readonly body: EventBody;
}

interface EventRow {
  readonly seq: number;
  readonly id: string;
  readonly at: number;
  readonly conversation_id: ConversationId;
  readonly actor_kind: Actor['kind'];
  readonly data: string;
}

const factOf = (row: EventRow): FactRow => ({
  seq: row.seq,
  id: row.id,
  at: row.at,
  conversationId: row.conversation_id,
  actor: row.actor_kind,
  body: JSON.parse(row.data) as EventBody,
});

/** The next facts that may be occasions, in the order in which they were written. */
export const factsAfter = (store: ClientStore, page: { seen: number; limit: number }): FactRow[] =>
  (
    store
      .prepare(
        `SELECT seq, id, at, conversation_id, actor_kind, data FROM events
         WHERE seq > ? AND type IN (SELECT value FROM json_each(?)) ORDER BY seq LIMIT ?`,
      )
      .all(page.seen, JSON.stringify(occasionTypes), page.limit) as EventRow[]
  ).map(factOf);

/** The facts of one conversation that may have been occasions, the newest first. */
export const factsOf = (store: ClientStore, id: ConversationId): FactRow[] =>
  (
    store
      .prepare(
        `SELECT seq, id, at, conversation_id, actor_kind, data FROM events
         WHERE conversation_id = ? AND type IN (SELECT value FROM json_each(?)) ORDER BY at DESC, seq DESC`,
      )
      .all(id, JSON.stringify(occasionTypes)) as EventRow[]
  ).map(factOf);

export interface LookedAt {
  readonly id: ConversationId;
  readonly subject: string;
  readonly contactName: string;
  readonly lastMessageAt: number;
  readonly waitingSince: number | null;
}

/** The conversations with the newest messages, without spam. */
export const lastConversations = (store: ClientStore, limit: number): LookedAt[] =>
  store.all(
    store.sql
      .selectFrom('conversations as c')
      .innerJoin('contacts as k', 'k.id', 'c.contact_id')
      .select([
        'c.id',
        'c.subject',
        'k.name as contactName',
        'c.last_message_at as lastMessageAt',
        'c.waiting_since as waitingSince',
      ])
      .where('c.status', '<>', 'spam')
      .orderBy('c.last_message_at', 'desc')
      .orderBy('c.id', 'desc')
      .limit(limit),
  );

/** Who waits, those who wait longest last: read one by one, for whoever needs only the newest. */
export const waitingOnes = (
  store: ClientStore,
  before: number,
): IterableIterator<{ id: ConversationId; since: number }> =>
  store
    .prepare(
      `SELECT id, waiting_since AS since FROM conversations INDEXED BY conversations_waiting
     WHERE waiting_since IS NOT NULL AND waiting_since <= ? ORDER BY waiting_since DESC, id DESC`,
    )
    .iterate(before) as IterableIterator<{ id: ConversationId; since: number }>;

/** Since when the customer waits; null: they do not, or it is no more. */
export const waitingSinceOf = (store: ClientStore, id: ConversationId): number | null =>
  store.first(store.sql.selectFrom('conversations').select('waiting_since').where('id', '=', id))
    ?.waiting_since ?? null;

/** What of this conversation falls due first, epoch milliseconds. */
export const dueOf = (store: ClientStore, id: ConversationId) =>
  store.first(
    store.sql
      .selectFrom('dues')
      .select(['kind', 'due_at as dueAt', 'warn_at as warnAt'])
      .where('conversation_id', '=', id),
  );

/** Whose promise has reached its warning, or its end, between two moments. */
export const dueBetween = (
  store: ClientStore,
  span: { column: 'warn_at' | 'due_at'; from: number; to: number },
): { id: ConversationId; kind: string; at: number }[] =>
  store
    .prepare(
      `SELECT conversation_id AS id, kind, ${span.column} AS at FROM dues
       WHERE ${span.column} >= ? AND ${span.column} <= ? ORDER BY ${span.column}, conversation_id`,
    )
    .all(span.from, span.to) as { id: ConversationId; kind: string; at: number }[];
