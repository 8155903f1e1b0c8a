import type { EventBody } from '../../../shared/events.ts';
import type { ChannelId, ConversationId, SegmentId } from '../../../shared/ids.ts';
import type { Span } from '../../../shared/time.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

export interface ConversationRow {
  readonly id: ConversationId;
  readonly channel_id: ChannelId;
}

/**
 * The conversations that may concern a span: something happened in it, or they were open when it began. Those are open
 * still, or a change of status has ended them since; so nothing else needs to be read, however long the history is.
 */
export function conversationsAround(store: ClientStore, span: Span): ConversationRow[] {
  const { sql } = store;
  return store.all(
    sql
      .selectFrom('conversations')
      .select(['id', 'channel_id'])
      .where((where) =>
        where.or([
          where('status', 'in', ['new', 'open', 'waiting', 'on-hold', 'snoozed']),
          where(
            'id',
            'in',
            sql
              .selectFrom('events')
              .select('conversation_id')
              .where('at', '>=', span.from)
              .where('at', '<', span.to),
          ),
          where(
            'id',
            'in',
            sql
              .selectFrom('events')
              .select('conversation_id')
              .where('type', '=', 'status-changed')
              .where('at', '>=', span.from),
          ),
        ]),
      )
      .orderBy('id'),
  );
}

export interface EventRow {
  readonly id: string;
  readonly at: number;
  readonly segment_id: SegmentId;
  readonly type: EventBody['type'];
  readonly data: string;
}

/** Asked once a conversation, thousands of times a report. */
const eventsBefore = `
SELECT id, at, segment_id, type, data FROM events
WHERE conversation_id = ? AND at < ?
  AND type IN ('opened', 'message-received', 'message-sent', 'status-changed', 'handled')
ORDER BY at, seq`;

export const listEvents = (store: ClientStore, of: { id: ConversationId; before: number }): EventRow[] =>
  store.prepare(eventsBefore).all(of.id, of.before) as EventRow[];

/** Changes whenever an event before that moment comes, goes or is told anew: no number is given twice. */
export const versionOfEvents = (store: ClientStore, before: number): string => {
  const row = store
    .prepare('SELECT count(*) AS count, total(seq) AS sum, max(seq) AS newest FROM events WHERE at < ?')
    .get(before) as { count: number; sum: number; newest: number | null };
  return `${row.count} ${row.sum} ${row.newest}`;
};
