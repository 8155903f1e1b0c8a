import type { Review, Sample, SampleItem, Scorecard, Snapshot } from '../../../shared/quality.ts';
import { ScorecardForm } from '../../../shared/quality.ts';
import { toInstant, toInstantOrNull } from '../../../shared/time.ts';
import type { ItemRow, ReviewRow, SampleRow, ScorecardRow } from './queries.ts';
import { periodOf, writersOf } from './rules.ts';

/** Rows never cross the wire: these shape what does. */
export const asScorecard = (row: ScorecardRow, locked: boolean): Scorecard => ({
  id: row.id,
  version: row.version,
  name: row.name,
  form: ScorecardForm.parse(JSON.parse(row.form)),
  createdAt: toInstant(row.created_at),
  locked,
});

export const asSample = (row: SampleRow, reviewed: number): Sample => ({
  id: row.id,
  seed: row.seed,
  period: periodOf({ from: row.period_from, to: row.period_to }, row.time_zone),
  timeZone: row.time_zone,
  size: row.size,
  populationSize: row.population_size,
  populationHash: row.population_hash,
  createdAt: toInstant(row.created_at),
  reviewed,
});

export const snapshotOf = (row: ItemRow): Snapshot => JSON.parse(row.snapshot) as Snapshot;

export function asItem(row: ItemRow, review: ReviewRow | undefined): SampleItem {
  const snapshot = snapshotOf(row);
  const done = review !== undefined && review.completed_at !== null;
  return {
    position: row.position,
    conversationId: row.conversation_id,
    subject: snapshot.subject,
    contactName: snapshot.contact.name || snapshot.contact.address,
    reviewedOperatorId: review ? review.reviewed_operator_id : (writersOf(snapshot)[0] ?? null),
    state: done ? 'reviewed' : review ? 'draft' : 'open',
    score: review?.score ?? null,
    outcome: review?.outcome ?? 'unscored',
  };
}

export const asReview = (row: ReviewRow): Review => ({
  id: row.id,
  scorecardVersion: row.scorecard_version,
  reviewerId: row.reviewer_id,
  reviewedOperatorId: row.reviewed_operator_id,
  answers: JSON.parse(row.answers) as Review['answers'],
  comment: row.comment,
  score: row.score,
  outcome: row.outcome,
  completedAt: toInstantOrNull(row.completed_at),
});
