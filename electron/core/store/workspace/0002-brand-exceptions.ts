import type { Migration } from '../migrate.ts';

/** Wordings of another client that a client may use, with who allowed them and who ended it. */
export const brandExceptions: Migration = {
  name: '0002-brand-exceptions',
  sql: `
CREATE TABLE brand_exceptions (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients(id) ON DELETE CASCADE,
  phrase TEXT NOT NULL,
  reason TEXT NOT NULL,
  operator_id TEXT,
  created_at INTEGER NOT NULL,
  removed_at INTEGER,
  removed_by TEXT
) STRICT;
CREATE INDEX brand_exceptions_by_client ON brand_exceptions (client_id) WHERE removed_at IS NULL;
`,
};
