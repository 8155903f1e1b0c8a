import type { Migration } from '../migrate.ts';

/**
 * Until when a channel's access token holds, where it says so; what waits in the outbox, found without reading what has
 * left; and who is waited for, counted without reading rows.
 */
export const standing: Migration = {
  name: '0015-standing',
  sql: `
ALTER TABLE channels ADD COLUMN credential_expires_at INTEGER;
CREATE INDEX outbox_by_state ON outbox (state, seq);
CREATE INDEX conversations_unanswered_by_assignee ON conversations (assignee_id)
  WHERE waiting_since IS NOT NULL AND status IN ('new', 'open');
`,
};
