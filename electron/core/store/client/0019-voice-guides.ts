import type { Migration } from '../migrate.ts';

/**
 * A version of the guide gains its package's settings, its lines and its state; who did what to it stands in
 * `voice_guide_steps`, which only grows. Versions from before were all in force, so they are published.
 *
 * `voice_scores` keeps how each reply stood to the guide when it was sent: the guide changes, and what was sent does not.
 */
export const voiceGuides: Migration = {
  name: '0019-voice-guides',
  sql: `
ALTER TABLE voice_guides ADD COLUMN config TEXT NOT NULL DEFAULT '{}';
ALTER TABLE voice_guides ADD COLUMN lines TEXT NOT NULL DEFAULT '[]';
ALTER TABLE voice_guides ADD COLUMN four_eyes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE voice_guides ADD COLUMN state TEXT NOT NULL DEFAULT 'published';
CREATE TABLE voice_guide_steps (
  seq INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  step TEXT NOT NULL,
  comment TEXT NOT NULL,
  at INTEGER NOT NULL,
  operator_id TEXT
) STRICT;
INSERT INTO voice_guide_steps (version, step, comment, at, operator_id)
  SELECT version, 'published', '', created_at, operator_id FROM voice_guides ORDER BY version;
CREATE TABLE voice_scores (
  internet_message_id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  operator_id TEXT NOT NULL,
  guide_version INTEGER NOT NULL,
  words INTEGER NOT NULL,
  issues INTEGER NOT NULL,
  checks TEXT NOT NULL,
  ignored TEXT NOT NULL,
  overridden INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX voice_scores_by_conversation ON voice_scores (conversation_id);
`,
};
