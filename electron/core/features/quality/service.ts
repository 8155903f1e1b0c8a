import { LiaisonError } from '../../../shared/errors.ts';
import type { ConversationId, OperatorId, SampleId, ScorecardId } from '../../../shared/ids.ts';
import type {
  NewSample,
  Review,
  ReviewTask,
  Sample,
  SampleItem,
  SamplePeriod,
  SamplePlan,
  SampleProof,
  SaveReview,
  Scorecard,
  ScorecardForm,
} from '../../../shared/quality.ts';
import type { Changes } from '../../changes.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Calendars } from '../calendars/service.ts';
import type { Conversations } from '../conversations/service.ts';
import { segmentsAsDrawn } from './as-drawn-queries.ts';
import { asItem, asReview, asSample, asScorecard, snapshotOf } from './present.ts';
import * as rows from './queries.ts';
import { keepReview } from './reviews.ts';
import { spanOf, writersOf } from './rules.ts';
import { drawSample, populationHashOf, sizeForProportion } from './sampling.ts';
import { freeze } from './snapshot.ts';

/** Margins a plan offers sizes for, as fractions. */
const margins = [0.05, 0.1, 0.15];

/** One customer survey: asked, and perhaps answered. */
export interface SurveyEntry {
  readonly conversationId: ConversationId;
  readonly kind: 'csat' | 'nps';
  readonly score: number | null;
  readonly comment: string;
  /** Epoch milliseconds. */
  readonly askedAt: number;
  readonly answeredAt: number | null;
}

/** Scorecards, samples and reviews of a client, and what its customers said of us. */
export interface Quality {
  /** The newest version, or null. */
  scorecard(store: ClientStore): Scorecard | null;
  /** Changes the newest version while no review uses it, else makes the next one. */
  saveScorecard(
    store: ClientStore,
    operatorId: OperatorId | null,
    card: { name: string; form: ScorecardForm },
  ): Scorecard;
  plan(store: ClientStore, period: SamplePeriod): SamplePlan;
  /**
   * Draws by seed from the segments resolved in the period that hold a reply of ours, and freezes what it drew.
   * `at` (epoch milliseconds, here and below): when it was done, for what is told later.
   * @throws LiaisonError `not-found` where nothing was resolved
   */
  sample(store: ClientStore, request: NewSample & { operatorId?: OperatorId; at?: number }): Sample;
  /** Newest first. */
  samples(store: ClientStore): readonly Sample[];
  items(store: ClientStore, sampleId: SampleId): readonly SampleItem[];
  /** Draws again from the seed and compares. */
  prove(store: ClientStore, sampleId: SampleId): SampleProof;
  task(store: ClientStore, item: { sampleId: SampleId; position: number }): ReviewTask;
  /**
   * Nobody reviews a conversation in which they wrote; a completed review stays as it is.
   * @throws LiaisonError `forbidden`, `conflict`, `invalid-input`, `not-found`
   */
  saveReview(store: ClientStore, reviewerId: OperatorId, save: SaveReview & { at?: number }): Review;
  /** Keeps what a customer was asked and, where they answered, says so in the conversation's history. */
  recordSurvey(store: ClientStore, survey: SurveyEntry): void;
}

export function createQuality(options: {
  clock: Clock;
  changes: Changes;
  calendars: Calendars;
  conversations: Conversations;
}): Quality {
  const { clock, changes, calendars, conversations } = options;
  const announce = (store: ClientStore, id?: string) =>
    changes.announce('quality', { clientId: store.clientId, ...(id === undefined ? {} : { id }) });
  const present = (store: ClientStore, row: rows.ScorecardRow) =>
    asScorecard(row, rows.isScorecardUsed(store, row));
  const timeZoneOf = (store: ClientStore) => calendars.current(store).timeZone;

  return {
    scorecard(store) {
      const row = rows.newestScorecard(store);
      return row ? present(store, row) : null;
    },
    saveScorecard(store, operatorId, { name, form }) {
      const row = store.transaction(() => keepScorecard(store, { name, form, operatorId, now: clock.now() }));
      announce(store);
      return present(store, row);
    },
    plan(store, period) {
      const timeZone = timeZoneOf(store);
      const population = rows.segmentsResolved(store, spanOf(period, timeZone)).length;
      const sizes = margins.map((within) => ({ within, size: sizeForProportion({ within, population }) }));
      return { populationSize: population, timeZone, sizes };
    },
    sample(store, request) {
      const row = draw(store, { ...request, timeZone: timeZoneOf(store), now: request.at ?? clock.now() });
      announce(store, row.id);
      return asSample(row, 0);
    },
    samples(store) {
      const reviewed = rows.countReviewed(store);
      return rows.listSamples(store).map((row) => asSample(row, reviewed.get(row.id) ?? 0));
    },
    items(store, sampleId) {
      const reviews = new Map(rows.listReviews(store, sampleId).map((review) => [review.segment_id, review]));
      return rows.listItems(store, sampleId).map((row) => asItem(row, reviews.get(row.segment_id)));
    },
    prove(store, sampleId) {
      const sample = mustFind(rows.findSample(store, sampleId), 'sample');
      const of = { from: sample.period_from, to: sample.period_to, drawnAt: sample.created_at };
      const ids = segmentsAsDrawn(store, of).map((segment) => segment.id);
      const again = drawSample({ ids, seed: sample.seed, size: sample.size });
      const kept = rows.listItems(store, sampleId).map((item) => item.segment_id as string);
      return {
        same: again.length === kept.length && again.every((id, index) => id === kept[index]),
        populationUnchanged: populationHashOf(ids) === sample.population_hash,
      };
    },
    task(store, { sampleId, position }) {
      const item = mustFind(rows.findItem(store, sampleId, position), 'sample-item');
      const review = rows.listReviews(store, sampleId).find((one) => one.segment_id === item.segment_id);
      const scorecard = review
        ? rows.findScorecard(store, review.scorecard_id, review.scorecard_version)
        : rows.newestScorecard(store);
      const snapshot = snapshotOf(item);
      return {
        sampleId,
        position,
        conversationId: item.conversation_id,
        snapshot,
        scorecard: scorecard ? present(store, scorecard) : null,
        review: review ? asReview(review) : null,
        writers: writersOf(snapshot),
      };
    },
    saveReview(store, reviewerId, save) {
      const review = store.transaction(() =>
        keepReview(store, { reviewerId, save, now: save.at ?? clock.now() }),
      );
      announce(store, save.sampleId);
      return review;
    },
    recordSurvey(store, survey) {
      store.transaction(() => keepSurvey(store, survey, conversations));
      announce(store, survey.conversationId);
    },
  };
}

function mustFind<Row>(row: Row | undefined, what: string): Row {
  if (row === undefined) throw new LiaisonError('not-found', { detail: { what } });
  return row;
}

function keepScorecard(
  store: ClientStore,
  card: { name: string; form: ScorecardForm; operatorId: OperatorId | null; now: number },
): rows.ScorecardRow {
  const newest = rows.newestScorecard(store);
  const mayReplace = newest !== undefined && !rows.isScorecardUsed(store, newest);
  const row: rows.ScorecardRow = {
    id: newest?.id ?? newId<ScorecardId>(card.now),
    version: newest ? newest.version + (mayReplace ? 0 : 1) : 1,
    name: card.name,
    form: JSON.stringify(card.form),
    created_at: card.now,
    operator_id: card.operatorId,
  };
  if (mayReplace) rows.replaceScorecard(store, row);
  else rows.insertScorecard(store, row);
  return row;
}

function draw(
  store: ClientStore,
  request: NewSample & { operatorId?: OperatorId; timeZone: string; now: number },
): rows.SampleRow {
  const span = spanOf(request, request.timeZone);
  const population = new Map(
    rows.segmentsResolved(store, span).map((segment) => [segment.id as string, segment]),
  );
  if (population.size === 0)
    throw new LiaisonError('not-found', { detail: { what: 'resolved-conversations' } });
  const ids = [...population.keys()];
  const sample: rows.SampleRow = {
    id: newId<SampleId>(request.now),
    seed: request.seed,
    period_from: span.from,
    period_to: span.to,
    time_zone: request.timeZone,
    size: Math.min(request.size, population.size),
    population_size: population.size,
    population_hash: populationHashOf(ids),
    created_at: request.now,
    operator_id: request.operatorId ?? null,
  };
  const drawn = drawSample({ ids, seed: request.seed, size: request.size }).flatMap(
    (id) => population.get(id) ?? [],
  );
  const items = drawn.map((segment, position) => ({
    sample_id: sample.id,
    position,
    conversation_id: segment.conversationId,
    segment_id: segment.id,
    snapshot: JSON.stringify(freeze(store, segment)),
  }));
  rows.insertSample(store, sample, items);
  return sample;
}

function keepSurvey(store: ClientStore, survey: SurveyEntry, conversations: Conversations): void {
  const { conversationId, kind, score, comment, askedAt, answeredAt } = survey;
  const id = newId<string>(askedAt);
  const times = { asked_at: askedAt, answered_at: answeredAt };
  rows.insertSurvey(store, { id, conversation_id: conversationId, kind, score, comment, ...times });
  if (score === null || answeredAt === null) return;
  const body = { type: 'survey-answered', kind, score } as const;
  conversations.record(store, { kind: 'customer' }, { id: conversationId, body, at: answeredAt });
}
