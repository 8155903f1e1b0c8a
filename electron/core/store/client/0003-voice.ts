import type { Migration } from '../migrate.ts';

/** Guides and templates are append-only: a change is a new version, and the newest one is in force. */
export const voice: Migration = {
  name: '0003-voice',
  sql: `
CREATE TABLE voice_guides (
  version INTEGER PRIMARY KEY,
  briefing TEXT NOT NULL,
  rules TEXT NOT NULL,
  checklist TEXT NOT NULL,
  errors_block_sending INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  operator_id TEXT
) STRICT;
CREATE TABLE templates (
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  shortcut TEXT NOT NULL,
  locale TEXT NOT NULL,
  source TEXT NOT NULL,
  removed INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  operator_id TEXT,
  PRIMARY KEY (id, version)
) STRICT;
`,
};
