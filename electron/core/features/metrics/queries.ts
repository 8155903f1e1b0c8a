import { runningStatuses } from '../../../shared/conversation-words.ts';
import type { EventBody } from '../../../shared/events.ts';
import type { ChannelId, ConversationId, SegmentId } from '../../../shared/ids.ts';
import type { Span } from '../../../shared/time.ts';
import type { Steps } from '../../slices.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

/** Rows read in one step: a few milliseconds even where they stand far from each other. */
const pageRows = 1_000;

/**
 * The conversations that may concern a span, in the order of their ids: something happened in it, or they were open when
 * it began. Those are open still, or a change of status has ended them since; so nothing else needs to be read, however
 * long the history is. A step is a page of rows.
 */
export function* conversationsAround(store: ClientStore, span: Span): Steps<ConversationId[]> {
  const ids = new Set(openNow(store));
  yield* happenings(store, { sql: inSpan, from: span.from, to: span.to }, ids);
  yield* happenings(store, { sql: statusChanges, from: span.to, to: Number.MAX_SAFE_INTEGER }, ids);
  return [...ids].toSorted();
}

const openNow = (store: ClientStore): ConversationId[] =>
  store
    .all(store.sql.selectFrom('conversations').select('id').where('status', 'in', runningStatuses))
    .map(({ id }) => id);

const happeningsOf = (condition: string): string => `
SELECT at, seq, conversation_id FROM events
WHERE ${condition} AND (at, seq) > (@at, @seq) AND at < @to ORDER BY at, seq LIMIT ${pageRows}`;
const inSpan = happeningsOf('true');
const statusChanges = happeningsOf("type = 'status-changed'");

interface Happening {
  readonly at: number;
  readonly seq: number;
  readonly conversation_id: ConversationId;
}

function* happenings(
  store: ClientStore,
  { sql, from, to }: { sql: string } & Span,
  ids: Set<ConversationId>,
): Steps<void> {
  let last: Pick<Happening, 'at' | 'seq'> | undefined = { at: from, seq: 0 };
  while (last) {
    yield;
    const rows = store.prepare(sql).all({ at: last.at, seq: last.seq, to }) as Happening[];
    for (const row of rows) ids.add(row.conversation_id);
    last = rows.length < pageRows ? undefined : rows.at(-1);
  }
}

export function channelOf(store: ClientStore, id: ConversationId): ChannelId {
  const row = store.prepare('SELECT channel_id FROM conversations WHERE id = ?').get(id);
  return (row as { channel_id: ChannelId }).channel_id;
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
