import { LiaisonError } from '../../../shared/errors.ts';
import type { OperatorId, ReviewId } from '../../../shared/ids.ts';
import type { Review, SaveReview, ScorecardForm } from '../../../shared/quality.ts';
import { scoreOf } from '../../../shared/scoring.ts';
import { newId } from '../../ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { asReview, snapshotOf } from './present.ts';
import {
  findItem,
  findScorecard,
  listReviews,
  newestScorecard,
  upsertReview,
  type ItemRow,
} from './queries.ts';
import { wrongAnswer, writersOf } from './rules.ts';

interface Saving {
  readonly reviewerId: OperatorId;
  readonly now: number;
  readonly save: SaveReview;
}

const refuse = (what: string) => new LiaisonError('conflict', { detail: { what } });

/** Keeps a review as a draft, or completes it with its score. The rules stand at `Quality.saveReview`. */
export function keepReview(store: ClientStore, { reviewerId, now, save }: Saving): Review {
  const item = findItem(store, save.sampleId, save.position);
  if (!item) throw new LiaisonError('not-found', { detail: { what: 'sample-item' } });
  mustBeByAnother(item, { reviewerId, reviewed: save.reviewedOperatorId });
  const earlier = listReviews(store, save.sampleId).find((review) => review.segment_id === item.segment_id);
  if (earlier && earlier.completed_at !== null) throw refuse('review-completed');
  const scorecard = earlier
    ? findScorecard(store, earlier.scorecard_id, earlier.scorecard_version)
    : newestScorecard(store);
  if (!scorecard) throw new LiaisonError('not-found', { detail: { what: 'scorecard' } });

  const result = resultOf(JSON.parse(scorecard.form) as ScorecardForm, save);
  const row = {
    id: earlier?.id ?? newId<ReviewId>(now),
    sample_id: save.sampleId,
    conversation_id: item.conversation_id,
    segment_id: item.segment_id,
    scorecard_id: scorecard.id,
    scorecard_version: scorecard.version,
    reviewer_id: reviewerId,
    reviewed_operator_id: save.reviewedOperatorId,
    answers: JSON.stringify(save.answers),
    comment: save.comment,
    ...result,
    completed_at: save.complete ? now : null,
    updated_at: now,
  };
  upsertReview(store, row);
  return asReview(row);
}

function mustBeByAnother(
  item: ItemRow,
  { reviewerId, reviewed }: { reviewerId: OperatorId; reviewed: OperatorId | null },
) {
  const writers = writersOf(snapshotOf(item));
  if (writers.includes(reviewerId)) throw new LiaisonError('forbidden', { detail: { what: 'own-messages' } });
  if (reviewed !== null && !writers.includes(reviewed)) {
    throw new LiaisonError('invalid-input', { detail: { path: 'reviewedOperatorId' } });
  }
}

/** A draft carries no score, so that no figure counts it. */
function resultOf(form: ScorecardForm, { answers, complete }: SaveReview) {
  const wrong = wrongAnswer(form, answers);
  if (wrong !== null)
    throw new LiaisonError('invalid-input', { detail: { path: 'answers', question: wrong } });
  if (!complete) return { score: null, outcome: 'unscored' as const };
  const score = scoreOf(form, answers);
  if (score.missing.length > 0) {
    throw new LiaisonError('invalid-input', { detail: { path: 'answers', missing: score.missing.length } });
  }
  return { score: score.value, outcome: score.outcome };
}
