import type { Figure } from '../../../shared/reports.ts';
import type { Span } from '../../../shared/time.ts';
import { scoreParts } from '../../../shared/voice/score.ts';
import { mean, netScore, ratio, share } from './figures.ts';
import { isWithin } from './population.ts';
import type { ReviewRow, SurveyRow, VoiceRow } from './queries.ts';

/** Internal quality score: the plain mean of review scores; unscored reviews leave it (DEFINITIONS 1). */
export function qualityFigures(reviews: readonly ReviewRow[]): Figure[] {
  const scores = reviews.map((review) => review.score).filter((score) => score !== null);
  const judged = reviews.filter((review) => review.outcome !== 'unscored');
  const passed = judged.filter((review) => review.outcome === 'pass');
  return [
    mean('quality-score', scores),
    share('review-pass-rate', { found: passed.length, of: judged.length }),
  ];
}

/** Voice score of all replies together: (words/75) / ((words/75) + issues) of their sums (DEFINITIONS 3). */
export function voiceFigures(replies: readonly VoiceRow[]): Figure[] {
  const words = replies.reduce((total, reply) => total + reply.words, 0);
  const issues = replies.reduce((total, reply) => total + reply.issues, 0);
  const n = replies.filter((reply) => reply.words > 0).length;
  return [ratio('voice-score', { ...scoreParts({ words, issues }), n })];
}

/** 4 and 5 of 5: the top two boxes. */
const satisfiedFrom = 4;

/** Satisfaction by the answers given in the span; the response rate by the surveys asked in it. */
export function surveyFigures(surveys: readonly SurveyRow[], span: Span): Figure[] {
  const scoresOf = (kind: SurveyRow['kind']) =>
    surveys
      .filter((survey) => survey.kind === kind && isWithin(survey.answered_at, span))
      .map((survey) => survey.score)
      .filter((score) => score !== null);
  const satisfaction = scoresOf('csat');
  const satisfied = satisfaction.filter((score) => score >= satisfiedFrom).length;
  const asked = surveys.filter((survey) => survey.kind === 'csat' && isWithin(survey.asked_at, span));
  const answered = asked.filter((survey) => isWithin(survey.answered_at, span) && survey.score !== null);
  return [
    share('csat', { found: satisfied, of: satisfaction.length }),
    share('csat-response-rate', { found: answered.length, of: asked.length }),
    netScore('nps', scoresOf('nps')),
  ];
}
