import type { FieldValues } from '../../../shared/fields.ts';
import type { ConversationStatus } from '../../../shared/conversations.ts';
import type { ConversationId, OperatorId, StatusId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Standing } from './effect-rules.ts';

interface StandingRow {
  readonly status: ConversationStatus;
  readonly status_id: StatusId | null;
  readonly assignee_id: OperatorId | null;
  readonly until: number | null;
  readonly tags: string;
  readonly fields: string;
  readonly drafted: 0 | 1;
}

/** How a conversation stands, or undefined where there is none. */
export function readStanding(store: ClientStore, id: ConversationId): Standing | undefined {
  const row = store
    .prepare(
      `SELECT c.status, c.status_id, c.assignee_id, (SELECT until FROM snoozes WHERE conversation_id = c.id) AS until,
         (SELECT json_group_array(tag) FROM conversation_tags WHERE conversation_id = c.id) AS tags,
         (SELECT json_group_object(v.field_id, v.value) FROM field_values v JOIN fields f ON f.id = v.field_id
          WHERE v.conversation_id = c.id AND f.removed = 0) AS fields,
         EXISTS (SELECT 1 FROM drafts WHERE conversation_id = c.id AND kind = 'reply'
           AND (trim(text, ' ' || char(9, 10, 13)) <> '' OR attachment_ids <> '[]')) AS drafted
       FROM conversations c WHERE c.id = ?`,
    )
    .get(id) as StandingRow | undefined;
  return (
    row && {
      status: row.status,
      statusId: row.status_id,
      snoozedUntil: row.status === 'snoozed' ? row.until : null,
      assigneeId: row.assignee_id,
      tags: (JSON.parse(row.tags) as string[]).toSorted(),
      fields: JSON.parse(row.fields) as FieldValues,
      drafted: row.drafted === 1,
    }
  );
}

/** The ids of everything that is known of a conversation, to tell afterwards what is new. */
export const eventIdsOf = (store: ClientStore, id: ConversationId): string[] =>
  (
    store.prepare('SELECT id FROM events WHERE conversation_id = ? ORDER BY at, seq').all(id) as {
      id: string;
    }[]
  ).map((row) => row.id);
