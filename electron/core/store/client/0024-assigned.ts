import type { Migration } from '../migrate.ts';

/**
 * Views of what is, or was, somebody's, in whatever status: `conversations_mine` holds only what is at work. Without these
 * a view of somebody's resolved conversations looks at all that were ever resolved.
 */
export const assigned: Migration = {
  name: '0024-assigned',
  sql: `
CREATE INDEX conversations_of_assignee ON conversations (assignee_id, last_message_at, id)
  WHERE assignee_id IS NOT NULL;
CREATE INDEX conversations_assigned ON conversations (last_message_at, id) WHERE assignee_id IS NOT NULL;
`,
};
