import { sql } from 'kysely';
import type { EventBody } from '../../../shared/events.ts';
import type { ConversationId, SampleId, ScorecardId, SegmentId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { ClientTables } from '../../store/client/tables.ts';
import type { Span } from '../../../shared/time.ts';

export type ScorecardRow = ClientTables['scorecards'];
export type SampleRow = ClientTables['samples'];
export type ItemRow = ClientTables['sample_items'];
export type ReviewRow = ClientTables['reviews'];
export interface Segment {
  readonly id: SegmentId;
  readonly conversationId: ConversationId;
}

/**
 * The population of a sample: segments that were resolved within the span and hold a reply of ours, each once. Without
 * one there is nothing to review: a customer's "thanks" that opened a conversation again, say.
 */
export function segmentsResolved(store: ClientStore, span: Span): Segment[] {
  const query = store.sql
    .selectFrom('events')
    .select(['segment_id', 'conversation_id', 'data'])
    .where('type', '=', 'status-changed')
    .where('at', '>=', span.from)
    .where('at', '<', span.to)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('events as reply')
          .select('reply.seq')
          .whereRef('reply.conversation_id', '=', 'events.conversation_id')
          .whereRef('reply.segment_id', '=', 'events.segment_id')
          .where('reply.type', '=', 'message-sent')
          .where(sql<number>`reply.data ->> 'automatic'`, '=', 0),
      ),
    );
  const found = new Map<SegmentId, Segment>();
  for (const row of store.all(query)) {
    const change = JSON.parse(row.data) as Partial<Extract<EventBody, { type: 'status-changed' }>>;
    if (change.to === 'resolved' && change.from !== 'resolved') {
      found.set(row.segment_id, { id: row.segment_id, conversationId: row.conversation_id });
    }
  }
  return [...found.values()];
}

export const newestScorecard = (store: ClientStore): ScorecardRow | undefined =>
  store.first(store.sql.selectFrom('scorecards').selectAll().orderBy('version', 'desc').limit(1));

export const findScorecard = (
  store: ClientStore,
  id: ScorecardId,
  version: number,
): ScorecardRow | undefined =>
  store.first(
    store.sql.selectFrom('scorecards').selectAll().where('id', '=', id).where('version', '=', version),
  );

export const isScorecardUsed = (store: ClientStore, { id, version }: ScorecardRow): boolean =>
  store.first(
    store.sql
      .selectFrom('reviews')
      .select('id')
      .where('scorecard_id', '=', id)
      .where('scorecard_version', '=', version)
      .limit(1),
  ) !== undefined;

export const insertScorecard = (store: ClientStore, row: ScorecardRow): number =>
  store.run(store.sql.insertInto('scorecards').values(row));

export const replaceScorecard = (store: ClientStore, row: ScorecardRow): number =>
  store.run(
    store.sql.updateTable('scorecards').set(row).where('id', '=', row.id).where('version', '=', row.version),
  );

export const listSamples = (store: ClientStore): SampleRow[] =>
  store.all(store.sql.selectFrom('samples').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc'));

export const findSample = (store: ClientStore, id: SampleId): SampleRow | undefined =>
  store.first(store.sql.selectFrom('samples').selectAll().where('id', '=', id));

export function insertSample(store: ClientStore, sample: SampleRow, items: readonly ItemRow[]): void {
  store.transaction(() => {
    store.run(store.sql.insertInto('samples').values(sample));
    for (const item of items) store.run(store.sql.insertInto('sample_items').values(item));
  });
}

export const listItems = (store: ClientStore, sampleId: SampleId): ItemRow[] =>
  store.all(
    store.sql.selectFrom('sample_items').selectAll().where('sample_id', '=', sampleId).orderBy('position'),
  );

export const findItem = (store: ClientStore, sampleId: SampleId, position: number): ItemRow | undefined =>
  store.first(
    store.sql
      .selectFrom('sample_items')
      .selectAll()
      .where('sample_id', '=', sampleId)
      .where('position', '=', position),
  );

export const listReviews = (store: ClientStore, sampleId: SampleId): ReviewRow[] =>
  store.all(store.sql.selectFrom('reviews').selectAll().where('sample_id', '=', sampleId).orderBy('id'));

/** How many reviews of each sample are complete. */
export function countReviewed(store: ClientStore): Map<SampleId, number> {
  const query = store.sql
    .selectFrom('reviews')
    .select((select) => ['sample_id', select.fn.countAll<number>().as('reviewed')])
    .where('completed_at', 'is not', null)
    .groupBy('sample_id');
  return new Map(store.all(query).flatMap((row) => (row.sample_id ? [[row.sample_id, row.reviewed]] : [])));
}

export function upsertReview(store: ClientStore, row: ReviewRow): void {
  const { id: _, ...changed } = row;
  store.run(
    store.sql
      .insertInto('reviews')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changed)),
  );
}

export const insertSurvey = (store: ClientStore, row: ClientTables['survey_answers']): number =>
  store.run(store.sql.insertInto('survey_answers').values(row));
