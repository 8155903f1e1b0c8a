import type { QueuePage, QueueRequest, QueueRow } from '../../../../shared/conversations.ts';
import type { OperatorId } from '../../../../shared/ids.ts';
import type { DueClock } from '../../../../shared/service-levels.ts';
import { toInstant, toInstantOrNull } from '../../../../shared/time.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { ServiceLevelsOf } from '../../service-levels/service.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { mergeSorted } from './merge-sorted.ts';
import { directionOf, readLines, readPlaces, type QueueLine, type QueuePlace } from './queue-queries.ts';

/** What was promised of these conversations and falls due first. */
export type ClocksOf = ServiceLevelsOf['clocksOf'];

/** One page over the stores, merged in memory; nothing joint is stored. */
export function readQueue(
  stores: readonly ClientStore[],
  request: QueueRequest & { operatorId: OperatorId; clocksOf: ClocksOf },
): Omit<QueuePage, 'missing'> {
  const { view, operatorId, limit } = request;
  const after = request.cursor === null ? null : readCursor(request.cursor);
  const parts = stores.map((store) =>
    readPlaces(store, { view, operatorId, after, limit: limit + 1 }).map((place) => ({ store, ...place })),
  );
  const direction = directionOf(view);
  const merged = mergeSorted(parts, {
    limit: limit + 1,
    compare: (a, b) => direction * (a.place - b.place || (a.id < b.id ? -1 : 1)),
  });
  const shown = merged.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: dress(shown, request.clocksOf),
    next: last && merged.length > limit ? writeCursor([last.place, last.id]) : null,
  };
}

/** The lines of these places; what has gone meanwhile is left out. */
export function dress(
  shown: readonly (QueuePlace & { store: ClientStore })[],
  clocksOf: ClocksOf,
): QueueRow[] {
  const ofStore = [...Map.groupBy(shown, ({ store }) => store)].map(([store, places]) => {
    const ids = places.map(({ id }) => id);
    return [store, { lines: readLines(store, ids), clocks: clocksOf(store, ids) }] as const;
  });
  const read = new Map(ofStore);
  return shown.flatMap(({ store, id }) => {
    const of = read.get(store);
    const line = of?.lines.get(id);
    return line ? [present(store, line, of?.clocks.get(id) ?? null)] : [];
  });
}

const present = (store: ClientStore, line: QueueLine, due: DueClock | null): QueueRow => ({
  clientId: store.clientId,
  id: line.id,
  contactName: line.contact_name,
  contactAddress: line.contact_address ?? '',
  subject: line.subject,
  preview: line.preview,
  status: line.status,
  named: line.status_id === null ? null : { id: line.status_id, name: line.status_name ?? '' },
  assigneeId: line.assignee_id,
  channelId: line.channel_id,
  tags: (JSON.parse(line.tags ?? '[]') as string[]).toSorted(),
  messageCount: line.message_count,
  hasAttachments: line.has_attachments === 1,
  lastMessageAt: toInstant(line.last_message_at),
  waitingSince: toInstantOrNull(line.waiting_since),
  snoozedUntil: toInstantOrNull(line.snoozed_until),
  due,
});
