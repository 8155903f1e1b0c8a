import type { Migration } from '../migrate.ts';

/** When a snoozed conversation comes back; no time: when the customer writes. Looked at only while the status says snoozed. */
export const snoozes: Migration = {
  name: '0005-snoozes',
  sql: `
CREATE TABLE snoozes (
  conversation_id TEXT PRIMARY KEY REFERENCES conversations(id) ON DELETE CASCADE,
  until INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX snoozes_by_time ON snoozes (until) WHERE until IS NOT NULL;
`,
};
