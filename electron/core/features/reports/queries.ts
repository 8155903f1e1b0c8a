import type { ChannelKind } from '../../../shared/channels.ts';
import type { ChannelId } from '../../../shared/ids.ts';
import type { Span } from '../../../shared/time.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

export interface ReviewRow {
  readonly id: string;
  /** 0 to 1; null where the review is unscored. */
  readonly score: number | null;
  readonly outcome: 'pass' | 'fail' | 'unscored';
}

export interface SurveyRow {
  readonly id: string;
  readonly kind: 'csat' | 'nps';
  readonly score: number | null;
  readonly asked_at: number;
  readonly answered_at: number | null;
}

export interface ChannelRow {
  readonly id: ChannelId;
  readonly name: string;
  readonly kind: ChannelKind;
}

/** Reviews completed in the span. */
export const listReviews = (store: ClientStore, span: Span): ReviewRow[] =>
  store.all(
    store.sql
      .selectFrom('reviews')
      .select(['id', 'score', 'outcome'])
      .where('completed_at', '>=', span.from)
      .where('completed_at', '<', span.to)
      .orderBy('id'),
  );

/** Surveys asked or answered in the span. */
export const listSurveys = (store: ClientStore, span: Span): SurveyRow[] =>
  store.all(
    store.sql
      .selectFrom('survey_answers')
      .select(['id', 'kind', 'score', 'asked_at', 'answered_at'])
      .where((where) =>
        where.or([
          where.and([where('asked_at', '>=', span.from), where('asked_at', '<', span.to)]),
          where.and([where('answered_at', '>=', span.from), where('answered_at', '<', span.to)]),
        ]),
      )
      .orderBy('id'),
  );

export const listChannels = (store: ClientStore): ChannelRow[] =>
  store.all(
    store.sql.selectFrom('channels').select(['id', 'name', 'kind']).orderBy('created_at').orderBy('id'),
  );

export interface VoiceRow {
  readonly id: string;
  readonly words: number;
  readonly issues: number;
}

/** Replies that left in the span, as they stood to the voice guide when they were sent. */
export const listVoice = (store: ClientStore, span: Span): VoiceRow[] =>
  store.all(
    store.sql
      .selectFrom('voice_scores')
      .innerJoin('messages', 'messages.internet_message_id', 'voice_scores.internet_message_id')
      .select(['voice_scores.internet_message_id as id', 'voice_scores.words', 'voice_scores.issues'])
      .where('messages.kind', '=', 'outbound')
      .where('messages.sent_at', '>=', span.from)
      .where('messages.sent_at', '<', span.to)
      .orderBy('voice_scores.internet_message_id'),
  );
