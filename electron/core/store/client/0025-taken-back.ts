import type { Migration } from '../migrate.ts';

/** Replies whose words wait for their draft: they are few, and a row of the outbox holds its whole message. */
export const takenBack: Migration = {
  name: '0025-taken-back',
  sql: `
CREATE INDEX outbox_taken_back ON outbox (conversation_id, seq) WHERE state = 'cancelled' AND restored = 0;
`,
};
