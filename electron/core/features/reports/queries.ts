import type { ChannelKind } from '../../../shared/channels.ts';
import type { ChannelId } from '../../../shared/ids.ts';
import type { Span } from '../../../shared/time.ts';
import type { Steps } from '../../slices.ts';
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

/** Scores looked at in one step: a few milliseconds even where their messages stand far from each other. */
const pageRows = 500;

/** Whether a reply left in the span stands with the message that it became. */
const scoresAfter = `
SELECT internet_message_id AS id, words, issues, EXISTS (
  SELECT 1 FROM messages WHERE messages.internet_message_id = voice_scores.internet_message_id
    AND kind = 'outbound' AND sent_at >= @from AND sent_at < @to) AS left_within
FROM voice_scores WHERE internet_message_id > @last ORDER BY internet_message_id LIMIT ${pageRows}`;

/** Replies that left in the span, as they stood to the voice guide when they were sent. A step is a page of rows. */
export function* voiceSteps(store: ClientStore, span: Span): Steps<VoiceRow[]> {
  const found: VoiceRow[] = [];
  for (let last: string | undefined = ''; last !== undefined;) {
    yield;
    const { from, to } = span;
    const rows = store.prepare(scoresAfter).all({ from, to, last }) as (VoiceRow & { left_within: number })[];
    for (const { id, words, issues, left_within } of rows)
      if (left_within === 1) found.push({ id, words, issues });
    last = rows.length < pageRows ? undefined : rows.at(-1)?.id;
  }
  return found;
}
