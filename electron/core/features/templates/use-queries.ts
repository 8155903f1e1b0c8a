import type { ConversationId, TemplateId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Rating, Resolution, TemplateUse } from './effect-rules.ts';

/** Every sent reply that began with a template, oldest first. Read from `events_by_template` alone. */
export const listUses = (store: ClientStore): TemplateUse[] =>
  store
    .prepare(
      `SELECT data ->> 'templateId' AS templateId, conversation_id AS conversationId, at, seq FROM events
       WHERE type = 'message-sent' AND data ->> 'templateId' IS NOT NULL ORDER BY seq`,
    )
    .all() as TemplateUse[];

/** The newest use of each template: it tells whether a template was used since. */
export function newestUses(store: ClientStore): ReadonlyMap<TemplateId, number> {
  const rows = store
    .prepare(
      `SELECT data ->> 'templateId' AS templateId, max(seq) AS seq FROM events INDEXED BY events_by_template
       WHERE type = 'message-sent' AND data ->> 'templateId' IS NOT NULL GROUP BY data ->> 'templateId'`,
    )
    .all() as { templateId: TemplateId; seq: number }[];
  return new Map(rows.map((row) => [row.templateId, row.seq]));
}

/** Every time that one of these conversations was resolved. */
export const listResolutions = (store: ClientStore): Resolution[] =>
  store
    .prepare(
      `SELECT conversation_id AS conversationId, at, seq FROM events
       WHERE type = 'status-changed' AND data ->> 'to' = 'resolved' AND data ->> 'from' <> 'resolved'
         AND conversation_id IN (SELECT conversation_id FROM events
           WHERE type = 'message-sent' AND data ->> 'templateId' IS NOT NULL)`,
    )
    .all() as Resolution[];

/** Satisfaction answers; those of net promoters are about the brand, not about a reply. */
export function listRatings(store: ClientStore): Rating[] {
  const rows = store.all(
    store.sql
      .selectFrom('survey_answers')
      .select(['conversation_id', 'score', 'answered_at'])
      .where('kind', '=', 'csat')
      .where('score', 'is not', null)
      .where('answered_at', 'is not', null),
  );
  return rows.map((row) => ({
    conversationId: row.conversation_id,
    score: row.score ?? 0,
    answeredAt: row.answered_at ?? 0,
  }));
}

/** Where a template was used, newest first. */
export const listUsesOf = (
  store: ClientStore,
  id: TemplateId,
  most: number,
): { conversationId: ConversationId; at: number }[] =>
  store
    .prepare(
      `SELECT conversation_id AS conversationId, max(at) AS at FROM events
       WHERE type = 'message-sent' AND data ->> 'templateId' IS NOT NULL AND data ->> 'templateId' = ?
       GROUP BY conversation_id ORDER BY max(seq) DESC LIMIT ?`,
    )
    .all(id, most) as { conversationId: ConversationId; at: number }[];

export function countMessages(store: ClientStore): number {
  const row = store.prepare('SELECT count(*) AS count FROM messages').get() as { count: number };
  return row.count;
}
