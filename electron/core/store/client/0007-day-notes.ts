import type { Migration } from '../migrate.ts';

/** What is going on today, told to whoever answers. Append-only: the newest is in force until it expires. */
export const dayNotes: Migration = {
  name: '0007-day-notes',
  sql: `
CREATE TABLE day_notes (
  seq INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  operator_id TEXT,
  written_at INTEGER NOT NULL
) STRICT;
`,
};
