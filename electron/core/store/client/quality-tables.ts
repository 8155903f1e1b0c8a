import type {
  ConversationId,
  OperatorId,
  ReviewId,
  SampleId,
  ScorecardId,
  SegmentId,
} from '../../../shared/ids.ts';
import type { Json } from './column-types.ts';

/** Samples, reviews and what customers answered. */
export interface QualityTables {
  scorecards: {
    id: ScorecardId;
    version: number;
    name: string;
    form: Json;
    created_at: number;
    operator_id: OperatorId | null;
  };
  samples: {
    id: SampleId;
    seed: string;
    period_from: number;
    period_to: number;
    /** In which the period's days were counted. */
    time_zone: string;
    size: number;
    population_size: number;
    population_hash: string;
    created_at: number;
    operator_id: OperatorId | null;
  };
  sample_items: {
    sample_id: SampleId;
    position: number;
    conversation_id: ConversationId;
    segment_id: SegmentId;
    snapshot: Json;
  };
  reviews: {
    id: ReviewId;
    sample_id: SampleId | null;
    conversation_id: ConversationId;
    segment_id: SegmentId;
    scorecard_id: ScorecardId;
    scorecard_version: number;
    reviewer_id: OperatorId;
    reviewed_operator_id: OperatorId | null;
    answers: Json;
    comment: string;
    /** 0 to 1 with six decimals, or null while unscored. */
    score: number | null;
    outcome: 'pass' | 'fail' | 'unscored';
    completed_at: number | null;
    updated_at: number;
  };
  survey_answers: {
    id: string;
    conversation_id: ConversationId;
    kind: 'csat' | 'nps';
    score: number | null;
    comment: string;
    asked_at: number;
    answered_at: number | null;
  };
}
