import type { EventBody } from '../../../shared/events.ts';
import type { ConversationId, SegmentId } from '../../../shared/ids.ts';
import type { Span } from '../../../shared/time.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { segmentsResolved, type Segment } from './queries.ts';

interface EventRow {
  readonly id: string;
  readonly at: number;
  readonly conversation_id: ConversationId;
  readonly segment_id: SegmentId;
  readonly data: string;
}

interface EventChange {
  readonly table: string;
  readonly before: EventRow | null;
  readonly after: EventRow | null;
}

/**
 * The population of a sample as it was when the sample was drawn: what somebody has split, merged or moved since then, and
 * not undone, counts as it stood before.
 *
 * @param of `drawnAt` in epoch milliseconds
 */
export function segmentsAsDrawn(
  store: ClientStore,
  { drawnAt, ...span }: Span & { drawnAt: number },
): Segment[] {
  const now = segmentsResolved(store, span);
  const changes = changesSince(store, drawnAt);
  if (changes.length === 0) return now;
  const touched = new Set(changes.flatMap(({ before, after }) => [before?.segment_id, after?.segment_id]));
  const then = eventsThen(store, changes);
  const bySegment = Map.groupBy(then, (row) => row.segment_id);
  const again = [...bySegment].flatMap(([id, rows]): Segment[] => {
    const resolved = rows.findLast((row) => row.at >= span.from && row.at < span.to && isResolved(row));
    return resolved && rows.some(isReply) ? [{ id, conversationId: resolved.conversation_id }] : [];
  });
  return [...now.filter(({ id }) => !touched.has(id)), ...again];
}

/** The newest first. */
function changesSince(store: ClientStore, drawnAt: number): EventChange[] {
  const rows = store.all(
    store.sql
      .selectFrom('corrections')
      .select('changes')
      .where('at', '>=', drawnAt)
      .where('undone_at', 'is', null)
      .orderBy('seq', 'desc'),
  );
  return rows
    .flatMap((row) => JSON.parse(row.changes) as EventChange[])
    .filter(({ table }) => table === 'events');
}

/** Every event of the segments that were changed, as it was before the first change. */
function eventsThen(store: ClientStore, changes: readonly EventChange[]): EventRow[] {
  const changed = changes.flatMap(({ before, after }) => [before, after]).filter((row) => row !== null);
  const segments = new Set(changed.map((row) => row.segment_id));
  const current = store
    .all(
      store.sql
        .selectFrom('events')
        .select(['id', 'at', 'conversation_id', 'segment_id', 'data'])
        .where('conversation_id', 'in', [...new Set(changed.map((row) => row.conversation_id))]),
    )
    .filter((row) => segments.has(row.segment_id));
  const rows = new Map(current.map((row) => [row.id, row as EventRow | null]));
  for (const { before, after } of changes) rows.set(before?.id ?? after?.id ?? '', before);
  return [...rows.values()].filter((row) => row !== null).toSorted((a, b) => a.at - b.at);
}

const bodyOf = ({ data }: EventRow) => JSON.parse(data) as EventBody;

function isResolved(row: EventRow): boolean {
  const body = bodyOf(row);
  return body.type === 'status-changed' && body.to === 'resolved' && body.from !== 'resolved';
}

function isReply(row: EventRow): boolean {
  const body = bodyOf(row);
  return body.type === 'message-sent' && !body.automatic;
}
