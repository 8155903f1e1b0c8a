import type { Migration } from '../migrate.ts';

/**
 * A version of a template gains its variants, place, files, end and state; who did what to it stands in
 * `template_steps`, which only grows. Versions from before were all in force, so they are published.
 *
 * `newest_templates` and `published_templates` are of each template the version worked on and the one in force, as long
 * as it is not removed.
 *
 * `events_by_template` finds the sent replies that a template began, among all that were sent.
 */
export const templateLibrary: Migration = {
  name: '0006-template-library',
  sql: `
ALTER TABLE templates ADD COLUMN folder TEXT NOT NULL DEFAULT '';
ALTER TABLE templates ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE templates ADD COLUMN variants TEXT NOT NULL DEFAULT '[]';
ALTER TABLE templates ADD COLUMN attachment_ids TEXT NOT NULL DEFAULT '[]';
ALTER TABLE templates ADD COLUMN expires_on TEXT;
ALTER TABLE templates ADD COLUMN state TEXT NOT NULL DEFAULT 'published';
CREATE TABLE template_steps (
  seq INTEGER PRIMARY KEY,
  template_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  step TEXT NOT NULL,
  comment TEXT NOT NULL,
  at INTEGER NOT NULL,
  operator_id TEXT
) STRICT;
CREATE INDEX template_steps_by_template ON template_steps (template_id, seq);
INSERT INTO template_steps (template_id, version, step, comment, at, operator_id)
  SELECT id, version, iif(removed = 1, 'removed', 'published'), '', created_at, operator_id
  FROM templates ORDER BY created_at, version;
CREATE TABLE template_favourites (
  operator_id TEXT NOT NULL,
  template_id TEXT NOT NULL,
  PRIMARY KEY (operator_id, template_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE template_files (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE VIEW newest_templates AS
  SELECT * FROM templates t
  WHERE removed = 0 AND version = (SELECT max(version) FROM templates WHERE id = t.id);
CREATE VIEW published_templates AS
  SELECT * FROM templates t
  WHERE removed = 0 AND state = 'published' AND version = (
    SELECT max(version) FROM templates WHERE id = t.id AND removed = 0 AND state = 'published');
CREATE INDEX events_by_template ON events (data ->> 'templateId', seq)
  WHERE type = 'message-sent' AND data ->> 'templateId' IS NOT NULL;
`,
};
