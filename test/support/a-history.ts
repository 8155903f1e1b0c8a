import type { ConversationStatus, StatusName } from '../../electron/shared/conversations.ts';
import type { EventBody } from '../../electron/shared/events.ts';
import type {
  ChannelId,
  ContactId,
  ConversationId,
  MessageId,
  OperatorId,
  SegmentId,
} from '../../electron/shared/ids.ts';
import { newId } from '../../electron/core/ids.ts';
import type { ClientStore } from '../../electron/core/store/client/client-store.ts';

/** One thing that happened: when (ISO 8601 with its offset) and what. */
export type Happening = readonly [at: string, body: EventBody];

export const opened = (
  at: string,
  options: { by?: 'customer' | 'operator'; reopened?: boolean } = {},
): Happening => [
  at,
  { type: 'opened', initiator: options.by ?? 'customer', reopened: options.reopened ?? false },
];
export const received = (at: string, automatic = false): Happening => [
  at,
  { type: 'message-received', messageId: newId<MessageId>(0), automatic },
];
export const sent = (at: string, automatic = false): Happening => [
  at,
  { type: 'message-sent', messageId: newId<MessageId>(0), automatic, elsewhere: false, templateId: null },
];
export const handled = (at: string, minutes: number): Happening => [
  at,
  { type: 'handled', milliseconds: minutes * 60_000 },
];
export const became = (at: string, to: ConversationStatus, named?: StatusName): Happening => [
  at,
  { type: 'status-changed', from: 'open', to, ...(named ? { named } : {}) },
];

/** Writes events straight into a client's store, so that a test's figures can be worked out on paper. */
export function createHistory(store: ClientStore) {
  const contactId = newId<ContactId>(0);
  store.run(
    store.sql.insertInto('contacts').values({ id: contactId, name: 'Noor', language: null, created_at: 0 }),
  );

  function channel(name: string): ChannelId {
    const id = newId<ChannelId>(0);
    store.run(
      store.sql.insertInto('channels').values({
        id,
        kind: 'demo',
        name,
        identities: '[]',
        settings: '{}',
        cursor: null,
        last_fetched_at: null,
        last_sent_at: null,
        created_at: 0,
      }),
    );
    return id;
  }

  /** Each list of happenings is one segment. */
  function conversation(
    channelId: ChannelId,
    ...segments: readonly (readonly Happening[])[]
  ): ConversationId {
    const id = newId<ConversationId>(0);
    const segmentIds = segments.map(() => newId<SegmentId>(0));
    store.run(
      store.sql.insertInto('conversations').values({
        id,
        contact_id: contactId,
        channel_id: channelId,
        subject: 'An order',
        status: 'open',
        assignee_id: null,
        segment_id: segmentIds.at(-1) ?? newId<SegmentId>(0),
        preview: '',
        message_count: 0,
        has_attachments: 0,
        waiting_since: null,
        last_message_at: 0,
        created_at: 0,
      }),
    );
    segments.forEach((happenings, index) => {
      for (const [at, body] of happenings) event({ id, segmentId: segmentIds[index], at, body });
    });
    return id;
  }

  function event(of: {
    id: ConversationId;
    segmentId: SegmentId | undefined;
    at: string;
    body: EventBody;
  }): void {
    if (!of.segmentId) throw new Error('no such segment');
    store.run(
      store.sql.insertInto('events').values({
        id: newId(0),
        at: Date.parse(of.at),
        conversation_id: of.id,
        segment_id: of.segmentId,
        type: of.body.type,
        actor_kind: 'system',
        actor_id: null,
        data: JSON.stringify(of.body),
        calendar_version: 1,
      }),
    );
  }

  function survey(of: {
    conversationId: ConversationId;
    kind: 'csat' | 'nps';
    at: string;
    score: number | null;
  }): void {
    store.run(
      store.sql.insertInto('survey_answers').values({
        id: newId(0),
        conversation_id: of.conversationId,
        kind: of.kind,
        score: of.score,
        comment: '',
        asked_at: Date.parse(of.at),
        answered_at: of.score === null ? null : Date.parse(of.at) + 60_000,
      }),
    );
  }

  function review(of: {
    conversationId: ConversationId;
    at: string;
    score: number | null;
    outcome: 'pass' | 'fail' | 'unscored';
  }): void {
    const scorecard = { id: newId<never>(0), version: 1 };
    store.run(
      store.sql
        .insertInto('scorecards')
        .values({ ...scorecard, name: 'Card', form: '{}', created_at: 0, operator_id: null }),
    );
    store.run(
      store.sql.insertInto('reviews').values({
        id: newId(0),
        sample_id: null,
        conversation_id: of.conversationId,
        segment_id: newId<SegmentId>(0),
        scorecard_id: scorecard.id,
        scorecard_version: 1,
        reviewer_id: newId<OperatorId>(0),
        reviewed_operator_id: null,
        answers: '[]',
        comment: '',
        score: of.score,
        outcome: of.outcome,
        completed_at: Date.parse(of.at),
        updated_at: Date.parse(of.at),
      }),
    );
  }

  return { channel, conversation, survey, review };
}
