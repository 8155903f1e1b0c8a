import type { Migration } from '../migrate.ts';

/**
 * The indexes that saved views are read along hold, behind their order, what views ask of a conversation most: a row that
 * does not fit is passed by without being read. Sets of which an import has few or none; no index more than there was.
 */
export const covering: Migration = {
  name: '0026-covering',
  sql: `
DROP INDEX conversations_mine;
CREATE INDEX conversations_mine ON conversations (assignee_id, last_message_at, id, status, waiting_since)
  WHERE assignee_id IS NOT NULL AND status IN ('new', 'open', 'waiting', 'on-hold');
DROP INDEX conversations_of_assignee;
CREATE INDEX conversations_of_assignee ON conversations (assignee_id, last_message_at, id, status, waiting_since)
  WHERE assignee_id IS NOT NULL;
DROP INDEX conversations_assigned;
CREATE INDEX conversations_assigned ON conversations (last_message_at, id, assignee_id, status, waiting_since)
  WHERE assignee_id IS NOT NULL;
DROP INDEX conversations_unassigned;
CREATE INDEX conversations_unassigned ON conversations (last_message_at, id, assignee_id, status, waiting_since)
  WHERE assignee_id IS NULL AND status IN ('new', 'open', 'waiting', 'on-hold');
DROP INDEX conversations_waiting;
CREATE INDEX conversations_waiting ON conversations (waiting_since, id, status, assignee_id)
  WHERE waiting_since IS NOT NULL;
`,
};
