import type { Migration } from '../migrate.ts';

/**
 * Names that this client gives to statuses within their categories. A conversation's `status` stays its category, which all
 * rules and figures go by; `status_id` names it more closely, null being the plain status. Names are retired, never deleted.
 */
export const statuses: Migration = {
  name: '0020-statuses',
  sql: `
CREATE TABLE statuses (
  id TEXT PRIMARY KEY,
  category TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  retired INTEGER NOT NULL
) STRICT;
ALTER TABLE conversations ADD COLUMN status_id TEXT REFERENCES statuses(id);
CREATE INDEX conversations_by_status_id ON conversations (status_id, last_message_at, id) WHERE status_id IS NOT NULL;
ALTER TABLE outbox ADD COLUMN then_status_id TEXT REFERENCES statuses(id);
`,
};
