import { hasEnded } from '../../../shared/conversation-words.ts';
import type { ConversationStatus } from '../../../shared/conversations.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { ServiceLevels } from '../../../shared/service-levels.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Running } from './rules.ts';

/** One version; each counts from `effectiveFrom` (epoch milliseconds) until the next. */
export interface LevelsVersion extends ServiceLevels {
  readonly version: number;
  readonly effectiveFrom: number;
}

/** Oldest first. */
export const listLevels = (store: ClientStore): LevelsVersion[] =>
  store.all(store.sql.selectFrom('service_levels').selectAll().orderBy('version')).map((row) => ({
    version: row.version,
    effectiveFrom: row.effective_from,
    firstResponse: row.first_response,
    nextResponse: row.next_response,
    resolution: row.resolution,
  }));

/** What the clocks of these conversations run by. */
export function readRunning(
  store: ClientStore,
  ids: readonly ConversationId[],
): ReadonlyMap<ConversationId, Running> {
  const rows = store
    .prepare(
      `SELECT c.id, c.status, c.waiting_since,
         (SELECT min(at) FROM events WHERE conversation_id = c.id AND segment_id = c.segment_id AND type = 'opened')
           AS opened_at,
         EXISTS (SELECT 1 FROM events WHERE conversation_id = c.id AND segment_id = c.segment_id
           AND (type = 'message-sent' AND NOT json_extract(data, '$.automatic')
             OR type = 'opened' AND (json_extract(data, '$.reopened') OR json_extract(data, '$.initiator') = 'operator')))
           AS answered
       FROM json_each(?) wanted CROSS JOIN conversations c ON c.id = wanted.value`,
    )
    .all(JSON.stringify(ids)) as {
    id: ConversationId;
    status: ConversationStatus;
    waiting_since: number | null;
    opened_at: number | null;
    answered: 0 | 1;
  }[];
  return new Map(
    rows.flatMap((row) =>
      row.opened_at === null ? [] : [[row.id, runningOf({ ...row, opened_at: row.opened_at })]],
    ),
  );
}

const runningOf = (row: {
  readonly status: ConversationStatus;
  readonly waiting_since: number | null;
  readonly opened_at: number;
  readonly answered: 0 | 1;
}): Running => ({
  openedAt: row.opened_at,
  answered: row.answered === 1,
  waitingSince: row.waiting_since,
  active: !hasEnded(row.status),
});

export function insertLevels(store: ClientStore, levels: LevelsVersion): void {
  store.run(
    store.sql.insertInto('service_levels').values({
      version: levels.version,
      effective_from: levels.effectiveFrom,
      first_response: levels.firstResponse,
      next_response: levels.nextResponse,
      resolution: levels.resolution,
    }),
  );
}
