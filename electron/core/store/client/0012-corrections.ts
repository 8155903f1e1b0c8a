import type { Migration } from '../migrate.ts';

/**
 * Conversations that were split, merged or relieved of a message, with every row that changed as it was before and after;
 * and where the messages of a conversation are that is no more. Ids are kept without a reference: what they name may be
 * gone, and come back.
 */
export const corrections: Migration = {
  name: '0012-corrections',
  sql: `
CREATE TABLE corrections (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  from_ids TEXT NOT NULL,
  into_id TEXT NOT NULL,
  operator_id TEXT,
  at INTEGER NOT NULL,
  changes TEXT NOT NULL,
  digest TEXT NOT NULL,
  undone_at INTEGER,
  undone_by TEXT
) STRICT;
CREATE TABLE correction_parts (
  correction_seq INTEGER NOT NULL REFERENCES corrections(seq),
  part_id TEXT NOT NULL,
  PRIMARY KEY (part_id, correction_seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE merged_conversations (
  id TEXT PRIMARY KEY,
  into_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
